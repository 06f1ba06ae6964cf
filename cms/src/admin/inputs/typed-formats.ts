import { readDay, readDayAndTime, sayDay, writeDayAndTime, type Read } from '../../writing/days.ts'
import { readClockTime } from '../../writing/times.ts'
import type { Way } from './TypedText'

/** Says of a text that it is not understood, and what to write instead. */
export const notUnderstood = (advice: string) => (text: string) => `“${text}”没有看懂：${advice}`

const valueOf = (read: Read) => ('value' in read ? read.value : undefined)
const faultOf = (read: Read) => ('fault' in read ? read.fault : '')

/** A day, kept as `YYYY-MM-DD`. What is not understood is kept too: the desk refuses to save it. */
export const dayWay: Way<string> = {
  read: (text) => valueOf(readDay(text)),
  write: (day) => day,
  refuse: (text) => faultOf(readDay(text)),
  unread: (text) => text,
  example: '2026-11-03',
  say: sayDay,
}

/** A moment in Shanghai, kept as an instant. */
export const momentWay: Way<string> = {
  read: (text) => valueOf(readDayAndTime(text)),
  write: writeDayAndTime,
  refuse: (text) => faultOf(readDayAndTime(text)),
  unread: (text) => text,
  example: '2026-11-03 09:30',
  say: (moment) => {
    const [day = '', time] = writeDayAndTime(new Date(moment).toISOString()).split(' ')
    return `${sayDay(day)} ${time}（北京时间）`
  },
}

/** A time of day, kept as `HH:MM`. */
export const timeWay: Way<string> = {
  read: readClockTime,
  write: (time) => time,
  refuse: notUnderstood('请写成 09:00 的样子，例如 14:30。'),
  unread: (text) => text,
}

/** The same in a filter, which asks for nothing while the text is not understood. */
export const filtering = (way: Way<string>): Way<string> => ({ ...way, unread: () => null })
