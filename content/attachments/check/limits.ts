const megabyte = 1024 * 1024

/** Bytes that one stream of a PDF, and all of them, may unpack to. */
export const mostUnpacked = { stream: 32 * megabyte, all: 128 * megabyte }

/** The exit codes by which the process that decrypts a PDF says why it did not. */
export const pdfFaults = { damaged: 10, password: 11, bomb: 12 } as const

/** Width times height; a telephone's largest picture has about 50 million. */
export const mostPixels = 64_000_000

/** The exit codes by which the process that draws a picture anew says why it did not. */
export const pictureFaults = { damaged: 10, pixels: 11 } as const
