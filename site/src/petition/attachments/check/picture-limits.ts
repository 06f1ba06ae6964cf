/** Width times height; a telephone's largest picture has about 50 million. */
export const mostPixels = 64_000_000

/** The exit codes by which the process that draws a picture anew says why it did not. */
export const pictureFaults = { damaged: 10, pixels: 11 } as const
