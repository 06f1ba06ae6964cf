/** What staff did with cases, as the record of views calls it; each is one row of the record. */
export const viewKinds = {
  read: '查阅',
  petitioner: '查看信访人',
  list: '查看列表',
  search: '搜索',
  due: '查看期限',
  figures: '查看统计',
  download: '下载附件',
  paper: '查看文书',
  export: '导出',
  refused: '被拒绝',
  views: '导出查阅记录',
  settings: '改办件设置',
} as const
export type ViewKind = keyof typeof viewKinds

/** So many rows of the record are on a page. */
export const viewsPageSize = 50

/** What `POST /desk/views` is asked; everything may be left empty. */
export type ViewQuestion = {
  /** The address of an account. */
  person: string
  /** A receipt number, however it is grouped. */
  number: string
  kind: ViewKind | ''
  /** Days of the office, both included. */
  from: string
  to: string
  page: number
}

export type ViewRow = {
  id: number
  /** An instant. */
  at: string
  /** The name of the account, where there still is one. */
  name: string
  account: string
  kind: string
  /** The receipt number; null where it was not one case. */
  number: string | null
  /** Which part and which filters of a list, never what was looked for. */
  asked: string
  /** How many cases the answer had. */
  found: number | null
}

/** What `POST /desk/views` answers: the newest first. */
export type ViewsAnswer = { rows: ViewRow[]; found: number; page: number; pages: number }

/** What `GET /desk/views/people` answers: everybody who stands in the record. */
export type ViewPeople = { people: { account: string; name: string }[] }

/** What `GET /desk/views/today` answers, for the home page. */
export type ViewsToday = { views: number; refused: number }

/** What `POST /desk/views/export` answers: the record as a CSV file. */
export type ViewsTable = { name: string; content: string }
