const letterLaw = ['主送', '查询编号', '期限情况', '理由', '办理期限'] as const

/** The papers of a case. `mark` stands in the number, `law` are the words that a template must not lack. */
export const paperKinds = {
  receipt: { name: '信访事项登记告知书', mark: '登', law: ['信访人', '查询编号', '办理期限'] },
  acceptance: { name: '信访事项受理告知书', mark: '受', law: ['信访人', '承办单位', '办理期限'] },
  decline: {
    name: '信访事项不予受理告知书',
    mark: '不受',
    law: ['信访人', '情形', '理由', '去向'],
  },
  transfer: { name: '信访事项转送（交办）函', mark: '转', law: ['主送', '查询编号', '办理期限'] },
  extension: { name: '信访事项延期告知书', mark: '延', law: ['信访人', '理由', '办理期限'] },
  opinion: { name: '信访事项处理意见书', mark: '处', law: ['信访人', '正文', '权利告知'] },
  review: { name: '信访事项复查意见书', mark: '查', law: ['信访人', '正文', '权利告知'] },
  're-review': { name: '信访事项复核意见书', mark: '核', law: ['信访人', '正文', '权利告知'] },
  reminder: { name: '提醒函', mark: '提', law: letterLaw },
  supervision: { name: '督办函', mark: '督', law: letterLaw },
} as const
export type PaperKind = keyof typeof paperKinds

/** Words that every template may use, beside those that it must have. */
export const paperWords = [
  '文书编号',
  '信访人',
  '查询编号',
  '标题',
  '收到日期',
  '诉求',
  '承办单位',
  '主送',
  '办理期限',
  '期限情况',
  '情形',
  '理由',
  '去向',
  '正文',
  '权利告知',
  '落款',
  '日期',
] as const
export type PaperWord = (typeof paperWords)[number]

/** The largest template that is taken, in bytes. */
export const largestTemplate = 1024 * 1024

/** A paper that can be made of a case, and what was made of it. `of` is the event that it tells of, 0 for letters. */
export type PaperLine = {
  paper: PaperKind
  name: string
  of: number
  /** What it tells of, or to whom it goes. */
  about: string
  issued: { id: number; number: string; at: string; by: string }[]
  /** Whether one more may be made now. */
  open: boolean
}

/** What `GET …/papers` tells. */
export type CasePapers = { papers: PaperLine[] }

/** What `POST …/papers` answers. */
export type PaperIssued = { id: number; number: string }
