import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { longMoment } from '@portal/content/calendar/wording'
import { Button, Flex } from '@strapi/design-system'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router-dom'
import type { RegisteredCase } from '../../contracts/cases/registration.ts'
import { caseAddress } from '../desk/addresses'
import { LeaveWarning } from '../saving/LeaveWarning'
import { PrintReceipt, Receipt, Sheet, SheetTitle } from './layout'
import { Small } from '../desk/Small'

type Props = { made: RegisteredCase; isGiven: boolean; onGiven: () => void; onNext: () => void }

/** What the petitioner takes along, once: number and code, to be printed or copied down. */
export function Registered({ made, isGiven, onGiven, onNext }: Props) {
  const navigate = useNavigate()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Sheet style={{ maxWidth: '76rem' }}>
      {!isGiven && (
        <LeaveWarning
          title="查询码还在屏幕上"
          text="离开以后就看不到它了。请先打印，或者抄给信访人，再点“已经交给信访人”。"
        />
      )}
      <SheetTitle ref={heading} tabIndex={-1}>
        {made.settled ? '已经登记并办结' : '已经登记'}
      </SheetTitle>
      {!isGiven && (
        <>
          <PrintReceipt />
          <Receipt role="group" aria-label="信访事项登记回执">
            <h3>信访事项登记回执</h3>
            <p>{`反映的事项：${made.title}`}</p>
            <p>{`怎样收到的：${made.channel}，${longMoment(made.receivedAt)}`}</p>
            <p>
              查询编号：<strong>{formatReceiptNumber(made.number)}</strong>
            </p>
            <p>
              查询码：<strong data-testid="query-code">{made.code}</strong>
            </p>
            <p>
              凭查询编号和查询码，可以在信访门户查询办理进展、补充材料、评价办理结果。请妥善保管，不要告诉别人。
            </p>
          </Receipt>
          <Small>查询码只显示这一次，半分钟以后可以用来查询。</Small>
        </>
      )}
      <Flex gap={3} wrap="wrap" paddingTop={5}>
        {isGiven ? (
          <>
            <Button size="L" onClick={onNext}>
              继续登记下一件
            </Button>
            <Button
              size="L"
              variant="secondary"
              onClick={() => navigate(caseAddress(made.documentId))}
            >
              打开办件
            </Button>
          </>
        ) : (
          <>
            <Button size="L" onClick={() => window.print()}>
              打印回执
            </Button>
            <Button size="L" variant="secondary" onClick={onGiven}>
              已经交给信访人
            </Button>
          </>
        )}
      </Flex>
    </Sheet>
  )
}
