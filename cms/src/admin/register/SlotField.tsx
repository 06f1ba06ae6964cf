import { shortDay, weekday } from '@portal/content/calendar/wording'
import type { ReceptionSlots } from '../../contracts/cases/leading.ts'
import { useAnswer } from '../desk/use-answer'
import { Control, Fault, Label } from './layout'
import { Small } from '../desk/Small'

type Props = { value: string; fault: string | undefined; onChange: (slot: string) => void }

/** The reception of a leading official at which a visitor is heard, of those of the published timetable. */
export function SlotField({ value, fault, onChange }: Props) {
  const answer = useAnswer<ReceptionSlots>('/desk/officials/slots')
  if (answer === null || answer === 'lost' || answer.slots.length === 0) return null
  return (
    <div>
      <Label htmlFor="register-slot">登记到领导接访</Label>
      <Control
        as="select"
        id="register-slot"
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby="register-slot-says"
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">不登记到接访</option>
        {answer.slots.map(({ id, office, day, from, to, capacity, booked }) => (
          <option key={id} value={id} disabled={capacity !== null && booked >= capacity}>
            {`${shortDay(day)} ${weekday(day)} ${from}—${to}　${office}　已登记 ${booked} 批${
              capacity === null ? '' : `，最多 ${capacity} 批`
            }`}
          </option>
        ))}
      </Control>
      <div id="register-slot-says">
        {fault ? <Fault>{fault}</Fault> : <Small>场次按网上公布的接访安排。</Small>}
      </div>
    </div>
  )
}
