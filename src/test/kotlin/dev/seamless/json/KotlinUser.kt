package dev.seamless.json

import dev.seamless.Renamed

/** A data class as Kotlin applications write DTOs. */
data class KotlinUser(
    val id: Long = 7,
    @Renamed(id = "user-bio", from = "bio") val description: String?,
)

/** A default value is taken where neither name is there. */
data class KotlinDefaults(
    val id: Long = 7,
    @Renamed(id = "user-bio", from = "bio") val description: String? = "untouched",
)

/** Neither null nor absent. */
data class KotlinRequired(
    val id: Long = 7,
    @Renamed(id = "user-bio", from = "bio") val description: String,
)

/** Not null; a default value is taken where neither name is there. */
data class KotlinRequiredDefaults(
    val id: Long = 7,
    @Renamed(id = "user-bio", from = "bio") val description: String = "untouched",
)
