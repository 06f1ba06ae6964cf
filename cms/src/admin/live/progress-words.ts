import type { PublicationProgress } from '../../contracts/publications/releases.ts'
import { contentType } from '../../contracts/content-types.ts'

type Words = {
  word: string
  colour: 'secondary' | 'alternative' | 'success' | 'danger'
  hint: string
}

export const words: Record<PublicationProgress['state'], Words> = {
  waiting: { word: '排队中', colour: 'secondary', hint: '前面的版本生成完，马上轮到。' },
  building: { word: '生成中', colour: 'alternative', hint: '大约十几秒，可以离开这一页。' },
  live: { word: '已上线', colour: 'success', hint: '' },
  failed: {
    word: '未上线',
    colour: 'danger',
    hint: '网站上仍是上一个能用的版本，别的内容不受影响。改好下面的问题，再发布一次：',
  },
}

/** Published, and not what citizens see: the site went back to a release from before. */
export const heldBack: Words = {
  word: '公众暂时看不到这一版',
  colour: 'danger',
  hint: '网站退回了较早的版本，那时还没有这一次发布。再发布任何内容，网站就按现在的内容重新生成。',
}

/** Where an entry is edited. */
export function editAddress(uid: string, documentId: string | null): string {
  const kind = documentId && uid !== contentType.settings ? 'collection-types' : 'single-types'
  return `/content-manager/${kind}/${uid}${kind === 'single-types' ? '' : `/${documentId}`}`
}
