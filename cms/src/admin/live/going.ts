/** What the API tells of a publication under way. Instants are ISO 8601, UTC. */
export type GoingLive = {
  state: 'waiting' | 'building' | 'live' | 'failed'
  since: string
  finishedAt: string | null
  failure: string | null
}

type Words = {
  word: string
  colour: 'secondary' | 'alternative' | 'success' | 'danger'
  hint: string
}

export const words: Record<GoingLive['state'], Words> = {
  waiting: { word: '排队中', colour: 'secondary', hint: '前面的版本生成完，马上轮到。' },
  building: { word: '生成中', colour: 'alternative', hint: '大约十几秒，可以离开这一页。' },
  live: { word: '已上线', colour: 'success', hint: '' },
  failed: {
    word: '失败',
    colour: 'danger',
    hint: '网站仍是上一个版本。改好下面的问题，再发布一次：',
  },
}

const most = 12

/** The lines of a failure that staff can do something about, the first few. */
export function describeFailure(failure: string): string[] {
  const lines = failure
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:at |没有生成新版|内容有误|[✓✗·])/.test(line))
  return lines.length > most ? [...lines.slice(0, most), `另有 ${lines.length - most} 处`] : lines
}
