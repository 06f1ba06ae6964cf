import { serverError } from './server-error.ts'

/** What Strapi says with a value in it: its form, and the Chinese with the values in order. */
const forms: [RegExp, string][] = [
  [/^.* must be at most (\d+) characters$/, '太长了，最多 $1 个字'],
  [/^.* must be at least (\d+) characters$/, '太短了，至少 $1 个字'],
  [/^.* must be less than or equal to (-?[\d.]+)$/, '太大了，不能超过 $1'],
  [/^.* must be greater than or equal to (-?[\d.]+)$/, '太小了，不能小于 $1'],
  [/^.* must match the following: .*$/, '格式不对，请看字段下面的说明'],
  [/^.* must be one of the following values: .*$/, '只能从给出的几个词中选一个'],
  [/^.* must be a valid email$/, '邮箱格式不对，例如 name@example.gov.cn'],
  [/^.* (?:is a required field|must be defined\.?|cannot be null|can't be blank)$/, '没有填写'],
  [/^.* must be a `?(\w+)`? type, but .*$/s, '填写的内容格式不对'],
  [/^.* exceeds size limit of (\S+ ?\w*)\.$/, '文件太大：最大 $1'],
  [/^File type '[^']*' is not allowed$/, '不能上传这类文件'],
  [/^(\d+) errors occurred$/, '有 $1 处需要改正'],
]

/** The admin compares these with its own English before it shows anything. */
const compared = new Set(['User not active'])

const failed = '服务器出错，请稍后再试；仍不行请联系系统管理员。'

/** What is said in place of English that nobody foresaw; a fault of a single field has no status. */
const unforeseen = '填写的内容不符合要求，没有执行。请刷新页面后再试；仍不行请联系系统管理员。'
const ofStatus: Record<number, string> = {
  401: '登录已失效，请重新登录。',
  403: '您没有做这件事的权限。',
  404: '没有找到，可能已被删除。',
  405: '不能进行这项操作。',
  413: '内容太大，没有收下。',
  415: '这里不收文件，没有收下。',
  429: '操作太频繁，请稍后再试。',
}

/** How an English sentence begins; one that quotes Chinese words stays one. */
const sentence = /^[A-Z][a-z]+ [a-z]+ /

/**
 * What the server says in English, in Chinese. Of what is not known only the kind is told, by its status:
 * the English may name keys, paths or values of the server's own.
 */
export function toChinese(message: string, status = 400): string {
  if (compared.has(message)) return message
  const known = Object.hasOwn(serverError, message) ? serverError[message] : undefined
  if (known) return known
  const form = forms.find(([pattern]) => pattern.test(message))
  if (form) return message.replace(form[0], form[1])
  if (/\p{Script=Han}/u.test(message) && !sentence.test(message)) return message
  return status >= 500 ? failed : (ofStatus[status] ?? unforeseen)
}

type Failure = { message?: unknown; errors?: unknown; details?: unknown }

/** Puts a failure as Strapi answers it into Chinese, in place, the faults of single fields among it. */
export function translateFailure(failure: Failure, status?: number): void {
  if (typeof failure.message === 'string') failure.message = toChinese(failure.message, status)
  const { errors } = (failure.details ?? {}) as Failure
  if (Array.isArray(errors)) for (const one of errors) translateFailure(one as Failure)
}
