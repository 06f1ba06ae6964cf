import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { VisuallyHidden } from '@strapi/design-system'
import { styled } from 'styled-components'
import type { CalendarDay } from '../../contracts/cases/calendar.ts'
import { dayName, kindMarks, kindWords } from './day-words'
import { dayByKey } from './day-spans'

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  table-layout: fixed;
  background: ${({ theme }) => theme.colors.neutral0};

  th {
    padding: 8px;
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: 14px;
    text-align: start;
  }

  td {
    padding: 0;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
`
const Day = styled.button<{ $outside: boolean; $off: boolean; $today: boolean }>`
  display: flex;
  flex-direction: column;
  gap: 4px;
  width: 100%;
  min-height: 76px;
  padding: 8px;
  background: ${({ theme, $off }) => ($off ? theme.colors.neutral100 : 'transparent')};
  color: ${({ theme, $outside }) => theme.colors[$outside ? 'neutral600' : 'neutral800']};
  cursor: pointer;
  font-size: 14px;
  line-height: 1.4;
  text-align: start;

  &[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    box-shadow: inset 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }

  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }

  .date {
    display: flex;
    justify-content: space-between;
    width: 100%;
    font-variant-numeric: tabular-nums;
    font-weight: ${({ $today }) => ($today ? 700 : 400)};
  }

  .mark {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 12px;
  }

  .moved {
    color: ${({ theme }) => theme.colors.warning700};
  }

  .due {
    font-weight: 600;
  }

  .late {
    color: ${({ theme }) => theme.colors.danger600};
  }
`

type Props = {
  days: CalendarDay[]
  month: string
  chosen: string
  today: string
  onChoose: (day: string) => void
}

const weeksOf = (days: CalendarDay[]) =>
  Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))

/** A month with how much is due on each day. Arrows go through the days, Enter opens one. */
export function MonthGrid({ days, month, chosen, today, onChoose }: Props) {
  const [focused, setFocused] = useState(chosen)
  const table = useRef<HTMLTableElement>(null)
  const isMoving = useRef(false)
  const stop = days.some(({ day }) => day === focused) ? focused : chosen

  useEffect(() => setFocused(chosen), [chosen])
  useEffect(() => {
    if (!isMoving.current) return
    const button = table.current?.querySelector<HTMLElement>(`[data-day="${focused}"]`)
    if (!button) return
    button.focus()
    isMoving.current = false
  }, [focused, days])

  function move(event: KeyboardEvent, day: string) {
    const next = dayByKey(event.key, day)
    if (next === null) return
    event.preventDefault()
    isMoving.current = true
    setFocused(next)
    // Beyond what is shown the calendar follows.
    if (!days.some((one) => one.day === next)) onChoose(next)
  }

  return (
    <Table ref={table} aria-label="期限日历">
      <thead>
        <tr>
          {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
            <th key={name} scope="col">{`周${name}`}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week[0]?.day}>
            {week.map(({ day, kind, due }) => (
              <td key={day}>
                <Day
                  type="button"
                  data-day={day}
                  tabIndex={day === stop ? 0 : -1}
                  aria-pressed={day === chosen}
                  aria-current={day === today ? 'date' : undefined}
                  $outside={!day.startsWith(month)}
                  $off={kind === 'weekend' || kind === 'holiday'}
                  $today={day === today}
                  onKeyDown={(event) => move(event, day)}
                  onClick={() => onChoose(day)}
                >
                  <span className="date">
                    <span aria-hidden>{day === today ? '今天' : Number(day.slice(8))}</span>
                    <VisuallyHidden>
                      {[dayName(day), kindWords[kind]].filter(Boolean).join('，')}
                    </VisuallyHidden>
                    <span className={kind === 'moved' ? 'mark moved' : 'mark'} aria-hidden>
                      {kindMarks[kind]}
                    </span>
                  </span>
                  {due > 0 && (
                    <span className={day < today ? 'due late' : 'due'}>
                      {day < today ? `已超 ${due} 项` : `${due} 项`}
                    </span>
                  )}
                </Day>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
