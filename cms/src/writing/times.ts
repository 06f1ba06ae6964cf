import { figure, numberOf, two } from './numerals.ts'

const clock = new RegExp(
  `^(凌晨|早上|上午|中午|下午|傍晚|晚上)?(?:(${figure})(?:[:.点时](?:(${figure})分?|(半)|([一三])刻|整)?)?|(\\d{2})(\\d{2}))$`,
)

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

function hourOf(hour: number, part: string | undefined): number {
  const late =
    part === '下午' || part === '傍晚' || part === '晚上' || (part === '中午' && hour < 3)
  return late && hour < 12 ? hour + 12 : hour
}

/**
 * A time of day as people type it: `9:00`, `9：00`, `9点`, `九点半`, `下午2点一刻`, `0900`.
 * @returns `HH:MM`; undefined where it is no time
 */
export function readClockTime(text: string): string | undefined {
  const [, part, hours, minutes, half, quarter, hh, mm] = clock.exec(plain(text)) ?? []
  const hour = hourOf(numberOf(hours ?? hh ?? ''), part)
  const quarters = { 一: 15, 三: 45 }[quarter ?? ''] ?? 0
  const minute = half
    ? 30
    : quarter
      ? quarters
      : (minutes ?? mm)
        ? numberOf(minutes ?? mm ?? '')
        : 0
  const isTime = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59
  return isTime ? `${two(hour)}:${two(minute)}` : undefined
}

/**
 * A span of a day: `9点到11点半`, `9:00-11:30`, `下午2点至4点`.
 * @returns `HH:MM—HH:MM`, or one time; undefined where it is neither
 */
export function readClockSpan(text: string): string | undefined {
  const parts = plain(text).split(/[-—–−~∼〜至到]+/)
  const [from, to] = parts.map(readClockTime)
  if (!from || parts.length > 2) return undefined
  if (parts.length === 1) return from
  if (!to) return undefined
  // `下午2点至4点`: the second is in the same half of the day.
  const isLate = to < from && /^(?:下午|傍晚|晚上)/.test(parts[0] ?? '')
  const later = isLate ? readClockTime(`下午${parts[1]}`) : to
  return later && later > from ? `${from}—${later}` : undefined
}

/**
 * A moment of a film: seconds, `1:05`, `1:02:03`, `1分5秒`.
 * @returns seconds; undefined where it is no moment
 */
export function readMoment(text: string): number | undefined {
  const given = plain(text)
  if (/^\d+(?:\.\d+)?秒?$/.test(given)) return Number(given.replace('秒', ''))
  const [, h = '0', m, s] =
    /^(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2}(?:\.\d+)?)$/.exec(given) ??
    /^(?:(\d{1,2})小?时)?(\d{1,3})分(?:(\d{1,2}(?:\.\d+)?)秒?)?$/.exec(given) ??
    []
  if (m === undefined || Number(s ?? 0) >= 60) return undefined
  return Number(h) * 3600 + Number(m) * 60 + Number(s ?? 0)
}

/** A moment of a film as people read it: `1:05`, `1:02:03`, `0:07.5`. */
export function writeMoment(seconds: number): string {
  const rest = Math.round((seconds % 60) * 10) / 10
  const minutes = Math.floor(seconds / 60) % 60
  const hours = Math.floor(seconds / 3600)
  const end = `${rest < 10 ? '0' : ''}${rest}`
  return hours > 0 ? `${hours}:${two(minutes)}:${end}` : `${minutes}:${end}`
}
