const megabyte = 1024 * 1024

/** Bytes that one stream of a PDF, and all of them, may unpack to. */
export const mostUnpacked = { stream: 32 * megabyte, all: 128 * megabyte }

/** The exit codes by which the process that decrypts a PDF says why it did not. */
export const pdfFaults = { damaged: 10, password: 11, bomb: 12 } as const
