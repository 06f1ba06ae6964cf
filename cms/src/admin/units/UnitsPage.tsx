import { longDay } from '@portal/content/calendar/wording'
import { Typography, VisuallyHidden } from '@strapi/design-system'
import type { UnitsAnswer } from '../../contracts/cases/calendar.ts'
import { soonDays } from '../../contracts/cases/queue.ts'
import { queueAddress } from '../desk/addresses'
import { backWords, DeskPage } from '../desk/DeskPage'
import { useAnswerAt } from '../desk/use-answer-at'
import { ReadFault } from '../desk/ReadFault'
import { useNarrow } from '../queue/use-narrow-screen'
import { UnitCards } from './UnitCards'
import { UnitTable } from './UnitTable'

/** 各单位办理情况: how each unit stands, the ones with most that is late first; a unit's account sees its own. */
export default function UnitsPage() {
  const { answer, fault, ask } = useAnswerAt<UnitsAnswer>('/desk/cases/units')
  const isNarrow = useNarrow()
  const units = [...(answer?.units ?? [])].sort(
    (a, b) => b.late - a.late || b.soon - a.soon || b.open - a.open,
  )
  return (
    <DeskPage
      help="clocks"
      title="各单位办理情况"
      back={{ to: queueAddress, words: backWords.queue }}
    >
      <ReadFault fault={fault} onAgain={ask} />
      {!answer && !fault && <Typography textColor="neutral600">正在读取…</Typography>}
      {answer && units.length === 0 && (
        <Typography textColor="neutral600">还没有单位承办过信访事项。</Typography>
      )}
      {units.length > 0 && (isNarrow ? <UnitCards units={units} /> : <UnitTable units={units} />)}
      {answer && (
        <Typography variant="pi" textColor="neutral700" lineHeight={1.7}>
          {`快到期：${soonDays} 天以内到期。按期告知率 = 15 日内书面告知是否受理的 ÷ 应当告知的（第二十三条）；平均用时从单位收到算到答复或者不予受理，按自然日。后两项算的是${longDay(answer.since)}以后收到的。`}
        </Typography>
      )}
      <VisuallyHidden role="status">{answer ? `共 ${units.length} 个单位` : ''}</VisuallyHidden>
    </DeskPage>
  )
}
