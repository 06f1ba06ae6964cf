import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { longMoment } from '@portal/content/calendar/wording'
import { Box, Typography } from '@strapi/design-system'
import type { WatchDetails } from '../../contracts/watch.ts'
import { DeskPage } from '../desk/DeskPage'
import { useAnswerAt } from '../desk/use-answer-at'
import { ReadFault } from '../desk/ReadFault'

/** What there is to read of one: its number, what it is about, and why. */
type Line = { number: string; about: string; reason: string; at: string | null }

function List({ name, advice, lines }: { name: string; advice: string; lines: Line[] }) {
  if (lines.length === 0) return null
  return (
    <section aria-label={name}>
      <Typography tag="h2" variant="delta">{`${name}（${lines.length}）`}</Typography>
      <Typography tag="p" textColor="neutral700" lineHeight={1.7}>
        {advice}
      </Typography>
      <Box tag="ul" paddingTop={2}>
        {lines.map(({ number, about, reason, at }, index) => (
          <Box
            tag="li"
            key={`${number} ${at} ${index}`}
            paddingTop={3}
            paddingBottom={3}
            borderStyle="solid"
            borderColor="neutral150"
            borderWidth="0 0 1px 0"
          >
            <Typography tag="p" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
              {[number ? formatReceiptNumber(number) : '没有编号', about]
                .filter(Boolean)
                .join('　')}
            </Typography>
            <Typography tag="p" lineHeight={1.7} style={{ overflowWrap: 'anywhere' }}>
              {reason}
            </Typography>
            {at && (
              <Typography tag="p" variant="pi" textColor="neutral700">
                {longMoment(at)}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </section>
  )
}

function Lists({ details }: { details: WatchDetails }) {
  const { quarantined, lostFiles, untold, unmailed, broken } = details
  if ([quarantined, lostFiles, untold, unmailed, broken].every(({ length }) => length === 0)) {
    return <Typography>现在没有需要留意的。</Typography>
  }
  return (
    <>
      <List
        name="记录不完整的办件"
        advice="不要再办理，请从备份恢复，并查明是谁改动了数据库。"
        lines={broken.map(({ number, fault }) => ({ number, about: '', reason: fault, at: null }))}
      />
      <List
        name="打不开的来件"
        advice="已单独放着，没有进入办件。请核对密钥和备份，需要时按编号请信访人重新提交。"
        lines={quarantined.map((one) => ({ ...one, about: '' }))}
      />
      <List
        name="附件没有收全的办件"
        advice="附件在路上损坏了，或者门户上已经没有，信访人已被请求再交一次。常有这样的，请检查门户的磁盘和网络。损坏的另外放着，没有删去。"
        lines={lostFiles.map(({ number, files }) => ({
          number,
          about: '',
          reason: `${files} 个附件没有收全`,
          at: null,
        }))}
      />
      <List
        name="没有送到信访人的告知"
        advice="请办件人员按编号打电话告知。"
        lines={untold.map(({ way, ...one }) => ({ ...one, about: way }))}
      />
      <List
        name="没有送到的期限提醒"
        advice="请核对收件的邮箱：单位的在“单位账号”，信访部门的在“办件设置”。"
        lines={unmailed.map(({ address, words, reason, ...one }) => ({
          ...one,
          about: address,
          reason: `${words}。${reason}`,
        }))}
      />
    </>
  )
}

/** 需要留意的: what did not go on by itself, one by one, for the administrator. */
export default function WatchPage() {
  const { answer, fault, ask } = useAnswerAt<WatchDetails>('/desk/home/watch/details')
  return (
    <DeskPage help="alerts" title="需要留意的" back={{ to: '/', words: '首页' }}>
      <ReadFault fault={fault} onAgain={ask} />
      {!answer && !fault && <Typography textColor="neutral600">正在读取…</Typography>}
      {answer && <Lists details={answer} />}
    </DeskPage>
  )
}
