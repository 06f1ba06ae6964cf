import { TypedInput, type Props } from './TypedInput'
import { timeWay } from './typed-formats'

/** A time of day: 9点 becomes 09:00. */
export default function ClockTimeInput(props: Props) {
  return <TypedInput {...props} way={timeWay} />
}
