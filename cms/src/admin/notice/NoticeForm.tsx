import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { styled } from 'styled-components'
import {
  noticeFields,
  type NoticeDraft,
  type NoticeField,
  type NoticeMade,
} from '../../contracts/papers/notice-draft.ts'
import { messageOf } from '../error-message'
import { Sheet } from '../desk/Sheet'
import { Writing } from '../desk/Writing'
import { useHeldState } from '../saving/use-held-state'
import { NoticeRow } from './NoticeRow'
import { useNoticeForm } from './use-notice-form'

const fields = Object.keys(noticeFields) as NoticeField[]

const Facts = styled.dl`
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: 4px 20px;
  font-size: 1.5rem;
  line-height: 1.8;
  color: ${({ theme }) => theme.colors.neutral800};

  & dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }
`
const Notes = styled.ul`
  padding-top: 8px;
  padding-left: 1.2em;
  list-style: disc;
  font-size: 1.5rem;
  line-height: 1.9;
  color: ${({ theme }) => theme.colors.neutral800};
`

type Props = { documentId: string; draft: NoticeDraft; onMade: (words: string) => void }

/** The form by which the notice of a case is looked through, mended and sent to review. */
export function NoticeForm({ documentId, draft, onMade }: Props) {
  const { post } = useFetchClient()
  const form = useNoticeForm(documentId, draft)
  const [fault, setFault] = useHeldState(`notice fault ${documentId}`, '')
  const [isBusy, setBusy] = useHeldState(`notice busy ${documentId}`, false)

  async function send() {
    if (!form.kept.outcome) return setFault('请选择办理结果。')
    setBusy(true)
    setFault('')
    try {
      const body = { ...form.request, seen: draft.seen }
      const { data } = await post<NoticeMade>(`/desk/cases/${documentId}/notice`, body)
      form.clear()
      onMade(
        data.barrier === null
          ? '公示已经起草，并送去审核。审核、发布由宣传人员办理。'
          : `公示已经起草，还没有送审：${data.barrier}请宣传人员改好再提交。`,
      )
    } catch (error) {
      setFault(messageOf(error))
    }
    setBusy(false)
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Sheet aria-label="请先看">
        <Typography tag="h2" variant="beta">
          请先看
        </Typography>
        <Notes>
          {draft.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </Notes>
      </Sheet>
      <Sheet aria-label="公示的文字">
        <Flex direction="column" alignItems="stretch" gap={7}>
          {fields.map((field) => (
            <NoticeRow
              key={field}
              field={field}
              pieces={draft.fields[field]}
              turned={form.turnedIn(field)}
              typed={form.kept[field]}
              onTurn={(place) => form.turn(field, place)}
              onType={(text) => form.change({ [field]: text })}
            />
          ))}
        </Flex>
      </Sheet>
      <Sheet aria-label="摘要和结果">
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Facts>
            {draft.facts.map(({ name, value }) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </Facts>
          <Box>
            <Typography tag="label" htmlFor="notice-summary" variant="beta">
              摘要
            </Typography>
            <Writing
              id="notice-summary"
              $lines={2}
              value={form.summary}
              onChange={(event) => form.change({ summary: event.target.value })}
            />
            <Typography variant="pi" textColor="neutral600">
              一两句话，显示在列表和搜索结果里。
            </Typography>
          </Box>
          <Field.Root name="outcome" required>
            <Field.Label>办理结果</Field.Label>
            <SingleSelect
              placeholder="请选择"
              value={form.kept.outcome}
              onChange={(value) => form.change({ outcome: String(value) })}
            >
              {draft.outcomes.map((outcome) => (
                <SingleSelectOption key={outcome} value={outcome}>
                  {outcome}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          {fault && (
            <Typography textColor="danger600" role="alert">
              {fault}
            </Typography>
          )}
          <Flex gap={3} wrap="wrap" alignItems="center">
            <Button size="L" loading={isBusy} onClick={() => void send()}>
              起草公示并送审
            </Button>
            <Typography variant="pi" textColor="neutral600">
              公示是另外一份，不带查询编号；这一件的记录里会写上。
            </Typography>
          </Flex>
        </Flex>
      </Sheet>
    </Flex>
  )
}
