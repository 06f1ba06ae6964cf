import { Button, Loader, Typography } from '@strapi/design-system'
import { Filter } from '@strapi/icons'
import { useMemo, useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { DeskPage } from '../desk/DeskPage'
import { ExportCases } from './ExportCases'
import { calendarAddress, importAddress, unitsAddress } from '../desk/addresses'
import { DeskLink } from '../links/DeskLink'
import { FiguresLink } from './FiguresLink'
import { useHeldState } from '../saving/use-held-state'
import { HandOver } from './HandOver'
import { Nothing } from './Nothing'
import { askedAddress, filterKeys, readAsked, type Asked } from './question-address'
import { QueueCards } from './QueueCards'
import { QueueFilters } from './QueueFilters'
import { QueuePages } from './QueuePages'
import { QueueSearch } from './QueueSearch'
import { QueueTable } from './QueueTable'
import { QueueTabs } from './QueueTabs'
import { Reading } from './Reading'
import { RegisterLink } from './RegisterLink'
import { useNarrow } from './use-narrow-screen'
import { useManages } from '../desk/use-manages'
import { ReadFault } from '../desk/ReadFault'
import { useQueue } from './use-queue'
import { useTicks } from './use-ticks'
import { useWords } from './use-search-words'
import { useQueueKeys } from './use-queue-keys'

/** 办件: the cases that wait for whoever looks, what is due first in front. What is asked, but for words, stands in the address. */
export default function QueuePage() {
  const [search] = useSearchParams()
  const { words, here, placeOf } = useWords()
  const asked: Asked = { ...readAsked(search), ...(words ? { q: words } : {}) }
  const { answer, isSlow, fault, ask } = useQueue(asked)
  const [isOpen, setOpen] = useHeldState(
    'queue filters',
    filterKeys.some((key) => asked[key]),
  )
  const [isHandingOver, setHandingOver] = useHeldState('queue hand-over', false)
  const manages = useManages()
  const allTicks = useTicks()
  const ticks = manages && isHandingOver ? allTicks : null
  const navigate = useNavigate()
  const isNarrow = useNarrow()
  const input = useRef<HTMLInputElement>(null)
  const to = (change: Asked) => askedAddress(asked, change)
  const go = (change: Asked) => navigate({ search: to(change) }, { state: here })
  const find = (q: string) => navigate({ search: to({}) }, { state: placeOf(q) })
  const tabs = answer?.tabs
  const keys = useMemo(
    () => ({
      search: () => input.current?.focus(),
      openTab: (index: number) => {
        const tab = tabs?.[index]?.tab
        if (tab) navigate({ search: askedAddress(readAsked(search), { tab }) }, { state: here })
      },
    }),
    [tabs, search, here, navigate],
  )
  useQueueKeys(keys)
  const chosen = filterKeys.filter((key) => asked[key]).length

  return (
    <DeskPage
      help="queue"
      title="办件"
      actions={
        <>
          <Typography>
            <DeskLink to={calendarAddress}>期限日历</DeskLink>
          </Typography>
          <Typography>
            <DeskLink to={unitsAddress}>各单位办理情况</DeskLink>
          </Typography>
          <FiguresLink />
          <ExportCases />
          {manages && (
            <Button
              variant="tertiary"
              size="S"
              aria-expanded={isHandingOver}
              onClick={() => setHandingOver((now) => !now)}
            >
              移交办件
            </Button>
          )}
          {manages && (
            <Typography>
              <DeskLink to={importAddress}>导入办件</DeskLink>
            </Typography>
          )}
          <RegisterLink />
        </>
      }
    >
      {answer && (
        <QueueTabs
          tabs={answer.tabs}
          current={answer.tab}
          addressOf={(tab) => to({ tab }) || '?'}
          state={here}
        />
      )}
      <QueueSearch q={asked.q ?? ''} input={input} onSearch={find}>
        <Button
          size="L"
          variant="tertiary"
          startIcon={<Filter aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => setOpen((now) => !now)}
        >
          {chosen > 0 ? `筛选（${chosen} 项）` : '筛选和排序'}
        </Button>
      </QueueSearch>
      {isOpen && <QueueFilters asked={asked} onChange={go} />}
      <Reading first={answer?.reading ?? null} onRead={ask} />
      <ReadFault fault={fault} onAgain={ask} />
      {ticks && answer && answer.found > 0 && (
        <HandOver asked={asked} found={answer.found} rows={answer.rows} ticks={ticks} />
      )}
      {isSlow && <Loader small>正在查找…</Loader>}
      {answer && answer.rows.length === 0 && (
        <Nothing
          answer={answer}
          asked={asked}
          allAddress={to({ tab: 'all' })}
          state={here}
          plainAddress="?tab=all"
        />
      )}
      {answer &&
        answer.rows.length > 0 &&
        (isNarrow ? (
          <QueueCards rows={answer.rows} ticks={ticks} />
        ) : (
          <QueueTable rows={answer.rows} ticks={ticks} />
        ))}
      {answer && (answer.found > 0 || answer.page > 1) && (
        <QueuePages answer={answer} addressOf={(page) => to({ page: String(page) })} state={here} />
      )}
      {!isNarrow && (
        <Typography variant="pi" textColor="neutral700">
          键盘：/ 搜索，j 和 k（或上下箭头）逐件看，回车打开，1 到 9 和 0 换栏。
        </Typography>
      )}
    </DeskPage>
  )
}
