import { z } from 'zod'

const parting = /[\s，,、；;]/u
const searchable = /[\p{L}\p{N}]/u

/** A word as the search compares it: full-width letters are ordinary ones, case does not count. */
function folded(word: string): string {
  return word.normalize('NFKC').toLowerCase()
}

function repeated(words: string[]): string | undefined {
  return words.find((word, index) => words.map(folded).indexOf(folded(word)) < index)
}

/** Staff list the words of a group in one field, so no word may hold a mark that parts them. */
const word = z
  .string()
  .trim()
  .min(2, {
    error: ({ input }) => `“${input}”太短，每个词至少两个字，请补全或删去`,
    abort: true,
  })
  .max(30, {
    error: ({ input }) => `“${String(input).slice(0, 12)}…”太长，每个词最多 30 个字，请改短或隔开`,
  })
  .refine((text) => !parting.test(text), {
    error: ({ input }) => `“${input}”中间有空格或标点，请分成几个词来写`,
  })
  .refine((text) => searchable.test(text), {
    error: ({ input }) => `“${input}”里没有文字，请改成要搜索的词`,
  })

/** 同义词: words that a search takes for one another. A word may stand in several groups. */
export const synonym = z.object({
  words: z
    .array(word)
    .min(2, '至少写两个意思相同的词，用顿号、逗号或换行隔开')
    .max(12, '一组最多 12 个词，请删去不常用的，或另建一组')
    .refine((words) => repeated(words) === undefined, {
      error: ({ input }) => `“${repeated(input as string[])}”这个词写了两遍，请删去一个`,
    }),
})
export type Synonym = z.infer<typeof synonym>
