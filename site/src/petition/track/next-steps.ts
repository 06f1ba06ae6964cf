import type { Category } from '@portal/content/schema/petition/category'
import { longDay } from '@portal/content/calendar/wording'
import { registrationLastDay } from './clocks.ts'

/** What will happen, by when, and the article that says so. */
type NextStep = { when: string; what: string; article: number }

/** What happens to a petition that was filed now, in the order in which it happens. */
export function nextSteps(category: Category, receivedAt: Date): NextStep[] {
  const registration: NextStep = {
    when: `最迟 ${longDay(registrationLastDay(receivedAt))}`,
    what: '信访局登记，并转送有权处理的单位。',
    article: 22,
  }
  const informed: NextStep = {
    when: '承办单位收到后 15 日内',
    what: '书面告知您是否受理，以及怎样办理。',
    article: 23,
  }
  switch (category) {
    case 'suggestion':
      return [
        registration,
        informed,
        { when: '之后', what: '承办单位研究您的建议，合理可行的予以采纳，并回复您。', article: 29 },
      ]
    case 'accusation':
      return [
        registration,
        {
          when: '之后',
          what: '由纪检监察机关或者有权处理的单位依规依纪依法办理。您的材料和情况不会透露给被检举控告的人或单位。',
          article: 30,
        },
      ]
    case 'claim':
      return [
        registration,
        informed,
        {
          when: '受理后 60 日内',
          what: '办结并书面答复您。情况复杂的，经批准可以延长一次，最多 30 日，并告诉您理由。',
          article: 34,
        },
      ]
  }
}
