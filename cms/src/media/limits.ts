/** The largest upload, in bytes. A film of ten minutes in 720p fits. */
export const largestUpload = 200 * 1024 * 1024

/** The largest PDF or picture, in bytes. */
export const largestDocument = 30 * 1024 * 1024

/** The longest side of a stored picture, in pixels; the site makes smaller sizes from it. */
export const longestSide = 2560

/** A picture with more pixels is not opened at all. */
export const mostPixels = 60_000_000

/** The longest film, in seconds, as `content/schema/entries/video.ts` says. */
export const longestFilm = 3600
