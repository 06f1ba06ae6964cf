import type { z } from 'zod'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

const isEmpty = (input: unknown) => input === undefined || input === null || input === ''

const types: Record<string, string> = {
  string: '须是文字',
  number: '须是数字',
  int: '须是整数',
  boolean: '须是“是”或者“否”',
  array: '须一项一项地写',
  date: '须是日期',
}

const formats: Record<string, string> = {
  date: '日期不对，须写成 2026-12-01 这样',
  datetime: '时间不对',
  time: '时间不对，须写成 09:00 这样',
  url: '网址不对，须以 https:// 开头',
  email: '邮箱不对，例如 name@example.gov.cn',
}

function tooBig(origin: string, most: string): string {
  if (origin === 'string') return `太长了，最多 ${most} 个字`
  if (origin === 'array' || origin === 'set') return `太多了，最多 ${most} 项`
  return `太大了，不能超过 ${most}`
}

function tooSmall(origin: string, least: string, input: unknown): string {
  const isNothing = isEmpty(input) || (Array.isArray(input) && input.length === 0)
  if (isNothing) return '没有填写'
  if (origin === 'string') return `太短了，至少 ${least} 个字`
  if (origin === 'array' || origin === 'set') return `太少了，至少 ${least} 项`
  return `太小了，不能小于 ${least}`
}

/** What is wrong with a field, as a person who fills forms says it; no words of programs. */
export function sayFault(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return isEmpty(issue.input) ? '没有填写' : (types[issue.expected] ?? '填写的内容格式不对')
    case 'invalid_value':
      return isEmpty(issue.input) ? '没有选择' : '不是给出的几个词之一，请重新选择'
    case 'too_big':
      return tooBig(issue.origin, String(issue.maximum))
    case 'too_small':
      return tooSmall(issue.origin, String(issue.minimum), issue.input)
    case 'invalid_format':
      if (isEmpty(issue.input)) return '没有填写'
      return formats[issue.format] ?? '格式不对，请看字段下面的说明'
    case 'not_multiple_of':
      return `须是 ${issue.divisor} 的倍数`
    case 'unrecognized_keys':
      return `有不认识的项目：${issue.keys.join('、')}`
    default:
      return '填写的内容不对'
  }
}
