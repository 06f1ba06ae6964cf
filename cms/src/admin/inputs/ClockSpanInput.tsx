import { readClockSpan } from '../../writing/times.ts'
import { notUnderstood } from './typed-formats'
import { TypedInput, type Props } from './TypedInput'

const way = {
  // Words such as 上午 are as good as a time; citizens read them as they are.
  read: (text: string) => readClockSpan(text) ?? (/\d/.test(text) ? undefined : text),
  write: (span: string) => span,
  refuse: notUnderstood('请写成 9:00—11:30 的样子。'),
  unread: (text: string) => text,
}

/** When something takes place within a day: 9点到11点半 becomes 09:00—11:30. */
export default function ClockSpanInput(props: Props) {
  return <TypedInput {...props} way={way} />
}
