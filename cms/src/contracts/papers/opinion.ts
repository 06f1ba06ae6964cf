/** A place in a law: an article, and a paragraph (款) or item (项) of it, counted from one. */
export type Citation = {
  law: string
  article: string
  paragraph: number | null
  item: number | null
}

/** A written opinion in the four parts that art. 32 asks for, and what its legal basis cites. */
export type OpinionParts = {
  request: string
  facts: string
  opinion: string
  basis: string
  citations: Citation[]
}
export type OpinionPart = Exclude<keyof OpinionParts, 'citations'>

/** The steps by which a written opinion goes out. */
export const opinionSteps = ['reply', 'correct-reply', 'review', 're-review'] as const
export type OpinionStep = (typeof opinionSteps)[number]

/** Characters that a part may have, and a whole opinion. */
export const longestPart = 10_000
export const longestOpinion = 44_000

export const partOrder: OpinionPart[] = ['request', 'facts', 'opinion', 'basis']

const ofReply = {
  request: '诉求',
  facts: '事实和理由',
  opinion: '处理意见',
  basis: '法律依据',
} as const
const headings: Record<OpinionStep, Record<OpinionPart, string>> = {
  reply: ofReply,
  'correct-reply': ofReply,
  review: { ...ofReply, request: '复查请求', opinion: '复查意见' },
  're-review': { ...ofReply, request: '复核请求', opinion: '复核意见' },
}

/** What a part is called. */
export function partName(step: OpinionStep, part: OpinionPart): string {
  return headings[step][part]
}

const numerals = ['一', '二', '三', '四']

/** The one text of an opinion, as the petitioner reads it: each part under its heading, nothing of it changed. */
export function composeOpinion(step: OpinionStep, parts: OpinionParts): string {
  return partOrder
    .map((part, index) => `${numerals[index]}、${partName(step, part)}\n${parts[part]}`)
    .join('\n\n')
}

/** Characters that a reader counts: blanks and line ends do not. */
export function countCharacters(text: string): number {
  return [...text.replace(/\s/gu, '')].length
}
