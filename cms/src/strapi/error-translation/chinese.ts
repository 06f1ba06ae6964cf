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

/** What the server says in English, in Chinese; what is not known stays as it is. */
export function toChinese(message: string): string {
  if (compared.has(message)) return message
  const known = serverError[message]
  if (known) return known
  const form = forms.find(([pattern]) => pattern.test(message))
  return form ? message.replace(form[0], form[1]) : message
}

type Failure = { message?: unknown; errors?: unknown; details?: unknown }

/** Puts a failure as Strapi answers it into Chinese, in place, the faults of single fields among it. */
export function translateFailure(failure: Failure): void {
  if (typeof failure.message === 'string') failure.message = toChinese(failure.message)
  const { errors } = (failure.details ?? {}) as Failure
  if (Array.isArray(errors)) for (const one of errors) translateFailure(one as Failure)
}
