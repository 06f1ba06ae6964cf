import type { FastifyReply, FastifyRequest } from 'fastify'
import { escapeHtml } from '../../text/escape-html.ts'

type Sentence = { title: string; advice: string }

/** What each refusal says: what happened, and what to do next. */
const sentences: Record<number, Sentence> = {
  400: { title: '这个请求无法识别', advice: '请回到首页，从页面上的链接重新进入。' },
  403: {
    title: '请在本网站的页面上提交',
    advice: '这次提交来自别的网站，没有收下。请打开本网站的页面重新填写。',
  },
  404: { title: '没有这个页面', advice: '地址可能写错了，或者内容已经撤下。' },
  405: { title: '这个页面不接受提交', advice: '请回到首页，从页面上的链接重新进入。' },
  408: { title: '网络太慢，没有收全', advice: '这次没有收下。请换个信号好的地方再试一次。' },
  413: {
    title: '内容太长，没有收下',
    advice:
      '请按浏览器的返回键，把“事实与理由”缩短到 8000 字以内，附件少选几个，再提交一次。其余的附件以后可以补充。',
  },
  415: { title: '提交的格式不对', advice: '请用本网站的表单填写提交。' },
  421: { title: '网址不对', advice: '请使用本网站公布的网址访问。' },
  429: { title: '请求太频繁了', advice: '请过一分钟再试。' },
  500: { title: '网站出了问题', advice: '这不是您的错。请过几分钟再试一次。' },
  503: { title: '网站暂时忙不过来', advice: '请过几分钟再试一次。' },
}

/** What the page of a refusal needs of the site; the telephone may be missing. */
type RefusalContext = { home: string; phone: string | undefined }

/** Answers with a refusal that needs no release: a page, or JSON for a script. */
export function refuse(reply: FastifyReply, status: number, context: RefusalContext): FastifyReply {
  const sentence = sentences[status] ?? { title: '这个请求没有办成', advice: '请稍后再试。' }
  reply.code(status).header('cache-control', 'no-store')
  if (wantsData(reply.request)) {
    const message = `${sentence.title}。${sentence.advice}`
    return reply.type('application/json').send(JSON.stringify({ kind: 'refused', message }))
  }
  return reply.type('text/html; charset=utf-8').send(page(sentence, context))
}

function page({ title, advice }: Sentence, { home, phone }: RefusalContext): string {
  const call = phone ? `<li>打电话：${escapeHtml(phone)}</li>` : ''
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
body { max-width: 34em; margin: 0 auto; padding: 32px 16px; background: #fdfcf9; color: #1b1d21;
  font: 18px/1.8 "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 28px; line-height: 1.4; }
a { display: inline-block; min-height: 44px; color: #0b4789; }
ul { padding-left: 1.2em; }
</style>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(advice)}</p>
<ul><li><a href="${escapeHtml(home)}">回到首页</a></li>${call}</ul>
</html>
`
}

/** Whether a script asks, which takes the answer as JSON. */
export function wantsData({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers.accept?.includes('application/json') ?? false
}

/** A body that is not taken; Fastify answers with `statusCode`. It quotes nothing of the body. */
export class BodyRefused extends Error {
  readonly statusCode: 400 | 413 | 415 | 503
  constructor(statusCode: 400 | 413 | 415 | 503) {
    super(`a body is refused: ${statusCode}`)
    this.statusCode = statusCode
  }
}
