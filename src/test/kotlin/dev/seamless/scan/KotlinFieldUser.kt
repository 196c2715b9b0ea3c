package dev.seamless.scan.kotlin

import dev.seamless.Renamed
import jakarta.persistence.Entity
import jakarta.persistence.Id

@Entity
class KotlinFieldUser(
    @Id var id: Long,
    @field:Renamed(id = "kotlin-bio", from = "bio") var description: String,
)
