import { dayOfWeek, type Day } from '@portal/content/calendar/day'
import { longDay, shanghaiMinute, weekday } from '@portal/content/calendar/wording'
import { digitsOf, figure, numberOf, two } from './numerals.ts'
import { readClockTime } from './times.ts'

/** What was read, or why not, in words for whoever wrote it. */
export type Read = { value: string } | { fault: string }

/** The years that an office writes of: earlier ones and later ones are slips. */
export const firstYear = 1949
export const lastYear = 2099

const dayAdvice = '请写成 2026-11-03 的样子。'
const timeAdvice = '请写成 2026-11-03 09:30 的样子。'

const weekdayPart = '(?:\\s*[(（]?(?:星期|礼拜|周)([一二三四五六日天])[)）]?)?'
const spelled = new RegExp(
  `^(\\d{4}|[〇○零一二三四五六七八九]{4})\\s*年\\s*(${figure})\\s*月\\s*(${figure})\\s*[日号]${weekdayPart}`,
)
const parted = new RegExp(
  `^(\\d{4})(?:\\s*[-/.‐‑–—−]\\s*|\\s+)(\\d{1,2})(?:\\s*[-/.‐‑–—−]\\s*|\\s+)(\\d{1,2})(?!\\d)${weekdayPart}`,
)
/** `2026年11月3`, as it stands in a column of a table. */
const unfinished = new RegExp(
  `^(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})(?!\\d)${weekdayPart}`,
)
const together = /^(\d{4})(\d{2})(\d{2})(?=\D|\d{4}$|$)/

/** `星期日` for Sunday to `星期六` for Saturday. */
const inFull = (day: Day) => weekday(day).replace('周', '星期')
const plain = (text: string) => text.normalize('NFKC').trim()

/** A day at the start of a text, and what follows it; null where there is none. */
function leadingDay(text: string): { read: Read; rest: string } | null {
  const found =
    spelled.exec(text) ?? parted.exec(text) ?? unfinished.exec(text) ?? together.exec(text)
  if (!found) return null
  const [whole, years = '', months = '', dates = '', named] = found
  const [year, month, date] = [Number(digitsOf(years)), numberOf(months), numberOf(dates)]
  const rest = text.slice(whole.length)
  if ([year, month, date].some(Number.isNaN)) return null
  return { read: checked(year, month, date, named), rest }
}

function checked(year: number, month: number, date: number, named: string | undefined): Read {
  if (year < firstYear || year > lastYear) {
    return { fault: `年份 ${year} 不对：这里只收 ${firstYear} 年到 ${lastYear} 年的日期。` }
  }
  if (month < 1 || month > 12) return { fault: `没有 ${month} 月，请核对日期。` }
  const day: Day = `${year}-${two(month)}-${two(date)}`
  if (date < 1 || date > new Date(Date.UTC(year, month, 0)).getUTCDate()) {
    return { fault: `${year} 年 ${month} 月没有 ${date} 日，请核对日期。` }
  }
  const wanted = named === '天' ? '日' : named
  if (wanted && '日一二三四五六'[dayOfWeek(day)] !== wanted) {
    return { fault: `${longDay(day)}是${inFull(day)}，不是星期${wanted}，请核对日期。` }
  }
  return { value: day }
}

/**
 * A day as people type or paste it: `2026-11-03`, `2026/11/3`, `2026年11月3日（星期二）`, `20261103`,
 * `二〇二六年十一月三日`, in digits of either width. A day that does not exist is refused, never moved.
 * @returns `YYYY-MM-DD`, or what is wrong with it
 */
export function readDay(text: string): Read {
  const found = leadingDay(plain(text))
  if (!found || found.rest.trim() !== '') return { fault: `“${text}”没有看懂：${dayAdvice}` }
  return found.read
}

const instant = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

/** What follows a day: a time, and seconds where they are written. */
const clockPart = /^[T\s,]*(.*?)(?:(?<=\d:\d{2}):([0-5]\d))?$/

/** An instant as programs write it stays as it is, where there is such a moment. */
function readInstant(text: string): Read | null {
  const [, day, time = '', seconds = '00'] = instant.exec(text) ?? []
  if (!day) return null
  const read = readDay(day)
  if ('fault' in read) return read
  const isTime = readClockTime(time) !== undefined && Number(seconds) < 60
  return isTime ? { value: text } : { fault: `“${text}”没有看懂：${timeAdvice}` }
}

/**
 * A moment in Shanghai as people type or paste it: a day as `readDay` takes it and a time of day,
 * `2026-11-03 09:30`, `2026年11月3日 下午2点`. A day alone is its beginning; an instant is itself.
 * @returns an instant (ISO 8601), or what is wrong with it
 */
export function readDayAndTime(text: string): Read {
  const given = plain(text)
  const exact = readInstant(given)
  if (exact) return exact
  const found = leadingDay(given)
  const strange: Read = { fault: `“${text}”没有看懂：${timeAdvice}` }
  if (!found) return strange
  if ('fault' in found.read) return found.read
  const { rest } = found
  // Where nothing parts them, `2026-11-0309:30` might be either day.
  const day = given.slice(0, given.length - rest.length)
  const isParted = /^(?:$|[T\s,])/.test(rest) || /[日号天一二三四五六)]$|^\d{8}$/.test(day)
  const [, clock = '', seconds = '00'] = clockPart.exec(rest) ?? []
  const time = clock === '' ? '00:00' : readClockTime(clock)
  if (!isParted || !time) return strange
  return { value: new Date(`${found.read.value}T${time}:${seconds}+08:00`).toISOString() }
}

/** A day as the form reads it back: `2026年11月3日 星期二`. */
export function sayDay(day: Day): string {
  return `${longDay(day)} ${inFull(day)}`
}

/** An instant as it is shown in a field: `2026-11-03 09:30`; what is none stays as it is. */
export function writeDayAndTime(value: string): string {
  return Number.isNaN(Date.parse(value)) || !instant.test(value) ? value : shanghaiMinute(value)
}
