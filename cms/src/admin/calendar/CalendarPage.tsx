import { addDays, shanghaiDay } from '@portal/content/calendar/day'
import { longDay } from '@portal/content/calendar/wording'
import { Button, Flex, Typography } from '@strapi/design-system'
import { ArrowLeft, ArrowRight } from '@strapi/icons'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { styled } from 'styled-components'
import type { Calendar } from '../../contracts/cases/calendar.ts'
import { queueAddress } from '../desk/addresses'
import { backWords, DeskPage } from '../desk/DeskPage'
import { useAnswerAt } from '../desk/use-answer-at'
import { ReadFault } from '../desk/ReadFault'
import { DeskLink } from '../links/DeskLink'
import { useNarrow } from '../queue/use-narrow-screen'
import { dayName } from './day-words'
import { DueList } from './DueList'
import { MonthGrid } from './MonthGrid'
import { monthOf, otherMonth, weekOf } from './day-spans'
import { UnitCounts } from './UnitCounts'
import { WeekList } from './WeekList'

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 32px;
  align-items: start;

  @media (min-width: 1180px) {
    grid-template-columns: minmax(0, 3fr) minmax(300px, 2fr);
  }
`

const isDay = (text: string | null): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '')

/** 期限日历: what is due on which day; a month on a desk, a week on a telephone. The day stands in the address. */
export default function CalendarPage() {
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const isNarrow = useNarrow()
  const today = shanghaiDay(new Date())
  const asked = search.get('day')
  const day = isDay(asked) ? asked : today
  const unit = search.get('unit') ?? ''
  const span = isNarrow ? weekOf(day) : monthOf(day)
  const question = new URLSearchParams({
    ...span,
    ...(isNarrow ? {} : { day }),
    ...(unit ? { unit } : {}),
  })
  const { answer, fault, ask } = useAnswerAt<Calendar>(`/desk/cases/calendar?${question}`)
  const addressOf = (to: string, of: string) =>
    `?${new URLSearchParams({ day: to, ...(of ? { unit: of } : {}) })}`
  const go = (to: string) => navigate({ search: addressOf(to, unit) })
  const turn = (by: 1 | -1) => {
    if (isNarrow) return go(addDays(span.from, by * 7))
    const first = otherMonth(day, by)
    return go(first.slice(0, 7) === today.slice(0, 7) ? today : first)
  }
  const [year, month] = day.split('-').map(Number)
  const name = isNarrow ? `${dayName(span.from)}起的一周` : `${year}年${month}月`
  const what = isNarrow ? '周' : '月'
  const isShown = answer?.days[0]?.day === span.from && answer.days.length === (isNarrow ? 7 : 42)

  return (
    <DeskPage help="clocks" title="期限日历" back={{ to: queueAddress, words: backWords.queue }}>
      <Flex gap={3} wrap="wrap">
        <Typography
          tag="p"
          variant="beta"
          aria-live="polite"
          style={isNarrow ? { width: '100%' } : { minWidth: '8em' }}
        >
          {name}
        </Typography>
        <Button
          variant="tertiary"
          size="L"
          startIcon={<ArrowLeft aria-hidden />}
          onClick={() => turn(-1)}
        >
          {`上一${what}`}
        </Button>
        <Button
          variant="tertiary"
          size="L"
          endIcon={<ArrowRight aria-hidden />}
          onClick={() => turn(1)}
        >
          {`下一${what}`}
        </Button>
        <Button variant="secondary" size="L" onClick={() => go(today)}>
          回到今天
        </Button>
      </Flex>
      {answer && answer.late > 0 && (
        <Typography tag="p" textColor="danger600" fontWeight="semiBold">
          {`已经超过期限的有 ${answer.late} 项。`}
          <DeskLink to={`${queueAddress}?tab=late`}>去看已超期的办件</DeskLink>
        </Typography>
      )}
      {answer?.missingYear && (
        <Typography tag="p" textColor="warning700">
          {`还没有 ${answer.missingYear} 年的工作日表，那一年的休息日没有标出；期限照常计算。`}
        </Typography>
      )}
      <ReadFault fault={fault} onAgain={ask} />
      {!isShown && !fault && <Typography textColor="neutral600">正在读取…</Typography>}
      {isShown && isNarrow && <WeekList {...answer} />}
      {isShown && !isNarrow && (
        <Columns>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <MonthGrid
              days={answer.days}
              month={day.slice(0, 7)}
              chosen={day}
              today={answer.today}
              onChoose={go}
            />
            <Typography variant="pi" textColor="neutral700">
              键盘：方向键逐日看，PageUp 和 PageDown 换月，回车看这一天。
            </Typography>
          </Flex>
          <section aria-label={`${longDay(day)}到期的`}>
            <Typography tag="h2" variant="delta">
              {`${dayName(day)}到期 ${answer.found} 项`}
            </Typography>
            {answer.found === 0 && (
              <Typography tag="p" paddingTop={3} textColor="neutral600">
                这一天没有到期的。
              </Typography>
            )}
            <DueList items={answer.items} label={`${longDay(day)}到期的`} />
            {answer.found > answer.items.length && (
              <Typography tag="p" paddingTop={3} textColor="neutral700">
                {`另有 ${answer.found - answer.items.length} 项没有列出，请按单位看。`}
              </Typography>
            )}
          </section>
        </Columns>
      )}
      {isShown && (
        <UnitCounts units={answer.units} chosen={unit} addressOf={(of) => addressOf(day, of)} />
      )}
    </DeskPage>
  )
}
