import { fileURLToPath } from 'node:url'

/** Small texts of our own, in every shape that official texts come in; two of them are broken. */
export const samples = fileURLToPath(new URL('../../fixtures/laws', import.meta.url))

/** A text as long and as parted as the Regulations, in other words. */
export const longSample = '信访工作条例(试验文本).md'

/** A folder of real official texts to try as well, named by LAW_TEXTS; none by itself. */
const realTexts = process.env['LAW_TEXTS'] ?? null

/** The folders of texts that there are. */
export const collections = [samples, ...(realTexts === null ? [] : [realTexts])]
