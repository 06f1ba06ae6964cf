import { readClockTime } from '../../writing/times.ts'
import { TypedInput, type Props } from './TypedInput'

const way = {
  read: readClockTime,
  write: (time: string) => time,
  advice: '请写成 09:00 的样子，例如 14:30。',
  unread: (text: string) => text,
}

/** A time of day: 9点 becomes 09:00. */
export default function ClockTimeInput(props: Props) {
  return <TypedInput {...props} way={way} />
}
