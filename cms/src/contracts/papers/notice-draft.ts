/** What was taken out of a text, by what it was; `mark` stands in its place. */
export const removals = {
  name: { what: '姓名', mark: '某某' },
  organisation: { what: '单位名称', mark: '某单位' },
  phone: { what: '电话号码', mark: '（电话略）' },
  'id-number': { what: '证件号码', mark: '（证件号略）' },
  'bank-card': { what: '银行卡号', mark: '（卡号略）' },
  plate: { what: '车牌号', mark: '（车牌略）' },
  email: { what: '电子邮箱', mark: '（邮箱略）' },
  account: { what: '微信、QQ 等账号', mark: '（账号略）' },
  address: { what: '社区以下的住址', mark: '（地址略）' },
  receipt: { what: '查询编号', mark: '（编号略）' },
} as const
export type RemovalKind = keyof typeof removals

/**
 * A stretch of a text on its way to the public. What is `removed` is shown to staff who may see the case; a `fixed`
 * removal is one that the privacy check of publishing would stop, and is not undone. A `doubt` stays, and is looked at.
 */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'removed'; text: string; removal: RemovalKind; fixed: boolean }
  | { kind: 'doubt'; text: string }

/** The fields of a notice whose words come from the case. */
export const noticeFields = { title: '标题', request: '诉求', body: '正文', basis: '依据' } as const
export type NoticeField = keyof typeof noticeFields

/** Characters that the fields of a notice take. */
export const longestNotice = { title: 120, summary: 300, request: 600, body: 20_000, basis: 4000 }

/** The notice of a case: where it stands in publishing, in words. */
export type CaseNotice = {
  documentId: string
  title: string
  word: string
  withdrawn: boolean
  /** Where citizens read it; null while they do not. */
  address: string | null
}

/** What `GET …/notices` tells to who may see the case. */
export type CaseNotices = { notices: CaseNotice[] }

/** What `GET /desk/notices/:documentId/case` tells: the case that a notice is about, if the asker may see it. */
export type CaseOfNotice = {
  case: { documentId: string; number: string; title: string } | null
}

/** What `GET …/notice` tells: what a notice of the case would say, and what it leaves out. */
export type NoticeDraft = {
  number: string
  title: string
  /** Why the case is not to be published; null where it is. */
  refused: string | null
  /** Notices of this case, the newest first. */
  notices: CaseNotice[]
  /** The words of the case, and what of them remains. */
  fields: Record<NoticeField, Piece[]>
  facts: { name: string; value: string }[]
  /** What no program could judge, and what stays out, a sentence each. */
  notes: string[]
  outcomes: string[]
  seen: { revision: number; steps: number }
}

/** What `POST …/notice` asks for: the texts as they are to stand, and how the matter ended. */
export type NoticeRequest = Record<NoticeField | 'summary', string> & { outcome: string }

/** A place in what was written that may name somebody. */
export type NoticeHit = { field: NoticeField | 'summary'; what: string; found: string }

/** What `POST …/notice` answers; `barrier` says why the draft was not sent to review. */
export type NoticeMade = { documentId: string; barrier: string | null }

/**
 * A text as it is to stand: removals are made but for those that were undone, and doubts that were held to be names
 * are taken out.
 * @param turned places among the pieces that somebody decided otherwise
 */
export function composePieces(pieces: readonly Piece[], turned: readonly number[] = []): string {
  return pieces
    .map((piece, place) => {
      const isTurned = turned.includes(place)
      if (piece.kind === 'removed' && (piece.fixed || !isTurned))
        return removals[piece.removal].mark
      return piece.kind === 'doubt' && isTurned ? removals.name.mark : piece.text
    })
    .join('')
}
