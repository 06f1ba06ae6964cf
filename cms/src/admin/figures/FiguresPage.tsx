import { Box, Flex, Loader, Typography } from '@strapi/design-system'
import { Page } from '@strapi/strapi/admin'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router-dom'
import { styled } from 'styled-components'
import { comparedWords } from '../../contracts/figures/figure-words.ts'
import {
  figureTables,
  type FigureRow,
  type FiguresAnswer,
} from '../../contracts/figures/figures.ts'
import { casePermissions } from '../../contracts/permissions.ts'
import { paperTemplatesAddress, queueAddress } from '../desk/addresses'
import { backWords, DeskPage } from '../desk/DeskPage'
import { ReadFault } from '../desk/ReadFault'
import { DeskLink } from '../links/DeskLink'
import { Reading } from '../queue/Reading'
import { BarChart } from './BarChart'
import { CountTable } from './CountTable'
import { Indicators } from './Indicators'
import { PeriodPicker } from './PeriodPicker'
import { Release } from './PublishFigures'
import { Takings } from './Downloads'
import { TrendChart } from './TrendChart'
import { useFigures } from './use-figures'

const managers = [{ action: casePermissions.manage, subject: null }]

const Pair = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 24px;

  @media (min-width: 1080px) {
    grid-template-columns: minmax(0, 420px) minmax(0, 1fr);
    gap: 48px;
  }
`

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box tag="section" aria-label={title}>
      <Box paddingBottom={4}>
        <Typography tag="h2" variant="beta">
          {title}
        </Typography>
      </Box>
      {children}
    </Box>
  )
}

type Counts = { title: string; rows: FigureRow[]; whole: number | null; answer: FiguresAnswer }

/** Whether there is anything to tell in any of the periods. */
const isSomething = ({ count, before, lastYear }: FigureRow) => count + before + (lastYear ?? 0) > 0

/** A chart and the table beside it. */
function CountSection({ title, rows: all, whole, answer }: Counts) {
  const rows = all.filter(isSomething)
  return (
    <Section title={title}>
      <Box background="neutral0" padding={{ initial: 4, medium: 6 }} hasRadius>
        {rows.length === 0 ? (
          <Typography>没有。</Typography>
        ) : (
          <Pair>
            <BarChart title={title} rows={rows} beforeName={answer.before.name} />
            <CountTable {...answer} title={title} rows={rows} whole={whole} />
          </Pair>
        )}
      </Box>
    </Section>
  )
}

function All({
  answer,
  onChanged,
}: {
  answer: FiguresAnswer
  onChanged: (next: FiguresAnswer) => void
}) {
  const { figures, period, before, lastYear, unread, trend } = answer
  const { received } = figures
  const counts = (title: string, rows: FigureRow[], whole: number | null = null) => (
    <CountSection title={title} rows={rows} whole={whole} answer={answer} />
  )
  return (
    <Flex direction="column" alignItems="stretch" gap={8}>
      <Section title={`${period.name}收到信访事项 ${received.count} 件`}>
        <Typography tag="p">
          {`${comparedWords(received, before.name, lastYear?.name ?? null)}。`}
          {!period.over && '这个时段还没有结束，数字还会变。'}
          {unread > 0 && `另有 ${unread} 个办件打不开，没有计入，请管理员查看首页的提示。`}
        </Typography>
        <Box background="neutral0" padding={{ initial: 4, medium: 6 }} marginTop={4} hasRadius>
          <TrendChart trend={trend} chosen={period.id} />
        </Box>
      </Section>
      <Section title="工作指标">
        <Indicators {...answer} />
      </Section>
      {figures.tables.map(({ id, rows }) => (
        <div key={id}>{counts(figureTables[id], rows, received.count)}</div>
      ))}
      {counts('转送办理', figures.referral)}
      {counts('提醒督办', figures.supervision)}
      {counts('承办较多的单位', figures.leads)}
      {counts('被投诉较多的单位', figures.accused)}
      {period.kind === 'month' && period.over && (
        <Section title="公布到网站">
          <Release answer={answer} onChanged={onChanged} />
        </Section>
      )}
      <Section title="怎么数的">
        <Typography tag="p" style={{ maxWidth: 720, lineHeight: 1.8 }}>
          件数按收到的日期计，一件只计一次；几个时段都没有的项目不列出；转送办理和提醒督办按办理的日期计次数。月份从北京时间
          1 日 0 时到月末 24
          时。办理状态是现在的状态。被投诉的单位以“被检举控告的单位”里填写的为准。
        </Typography>
      </Section>
    </Flex>
  )
}

/** 统计: the figures of a month or a year, to be read, taken along, printed and published. */
export default function FiguresPage() {
  const [search, setSearch] = useSearchParams()
  const { answer, fault, ask, put } = useFigures(search.get('period') ?? '')
  return (
    <Page.Protect permissions={managers}>
      <DeskPage
        help="figures"
        title="统计"
        back={{ to: queueAddress, words: backWords.queue }}
        actions={<DeskLink to={`${paperTemplatesAddress}#bulletin`}>改通报的模板</DeskLink>}
      >
        <Box style={{ maxWidth: 1200 }}>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <ReadFault fault={fault} onAgain={ask} />
            {!answer && !fault && <Loader>正在统计…</Loader>}
            {answer && (
              <>
                <Reading first={answer.reading} onRead={ask} />
                <Flex justifyContent="space-between" alignItems="flex-end" gap={4} wrap="wrap">
                  <PeriodPicker answer={answer} onChoose={(period) => setSearch({ period })} />
                  <Takings period={answer.period} />
                </Flex>
                <All answer={answer} onChanged={put} />
              </>
            )}
          </Flex>
        </Box>
      </DeskPage>
    </Page.Protect>
  )
}
