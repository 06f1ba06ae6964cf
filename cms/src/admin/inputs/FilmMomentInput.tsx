import { readMoment, writeMoment } from '../../writing/times.ts'
import { notUnderstood } from './typed-formats'
import { TypedInput, type Props } from './TypedInput'

const way = {
  read: readMoment,
  write: (seconds: number) => writeMoment(Number(seconds)),
  refuse: notUnderstood('请写成 1:05 的样子，或者写秒数。'),
  unread: () => null,
}

/** A moment of a film: 1:05 is kept as 65 seconds. */
export default function FilmMomentInput(props: Props) {
  return <TypedInput {...props} way={way} />
}
