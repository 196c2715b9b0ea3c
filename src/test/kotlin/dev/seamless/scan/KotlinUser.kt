package dev.seamless.scan.bad.kotlin

import dev.seamless.Renamed
import jakarta.persistence.Entity
import jakarta.persistence.Id

/** The annotation lands on the constructor parameter alone. */
@Entity
class KotlinUser(
    @Id var id: Long,
    @Renamed(id = "kotlin-bio", from = "bio") var description: String,
)
