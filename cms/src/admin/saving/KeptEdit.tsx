import { longMoment } from '@portal/content/calendar/wording'
import { Box, Button, Dialog, Flex, Typography } from '@strapi/design-system'
import { unstable_useDocumentLayout, useQueryParams } from '@strapi/strapi/admin'
import { useLocation, useParams } from 'react-router-dom'
import { Differences } from './Differences'
import { runningTexts } from './running-text'
import { useKeptEdit } from './use-kept-edit'

const notes = {
  saved: '',
  kept: '有改动还没有保存，已暂存在这个窗口：刷新、断网、重新登录都不会丢，关掉窗口就没有了。',
  full: '有改动还没有保存，太多了，暂存不下：请先保存一次。',
}

/** The fields of a type as its form shows them. */
function useFields(model: string) {
  const { edit } = unstable_useDocumentLayout(model)
  const labels = edit.metadatas as Record<string, { label?: string } | undefined>
  const label = (field: string) => labels[field]?.label ?? field
  return { label, joinable: runningTexts(edit.layout) }
}

function Kept({ model, entry }: { model: string; entry: string }) {
  const { label, joinable } = useFields(model)
  const { offer, accept, decline, met, settle, state } = useKeptEdit(entry)
  const named = (fields: string[]) => fields.map((field) => `“${label(field)}”`).join('、')
  return (
    <Box width="100%">
      <div role="status">
        {notes[state] && (
          <Typography variant="pi" textColor={state === 'full' ? 'danger600' : 'neutral700'}>
            {notes[state]}
          </Typography>
        )}
        {met && met.conflicts.length === 0 && (
          <Typography variant="pi" tag="p" textColor="warning700">
            同事刚刚保存过：对方改的{named(met.taken)}已经带进来，您写的都在。请再看一遍，然后保存。
          </Typography>
        )}
      </div>
      {met && met.conflicts.length > 0 && (
        <Differences {...{ met, label, entry, joinable }} onSettle={settle} />
      )}
      <Dialog.Root open={offer !== null}>
        <Dialog.Content>
          <Dialog.Header>上次的改动还没有保存</Dialog.Header>
          <Dialog.Body>
            <Typography>
              {offer &&
                `${longMoment(offer.at)}改过${named(offer.fields)}，没有保存，还在这个窗口里。`}
            </Typography>
          </Dialog.Body>
          <Dialog.Footer>
            <Flex gap={2} justifyContent="flex-end" width="100%">
              <Button variant="tertiary" onClick={decline}>
                不要了
              </Button>
              <Button onClick={accept}>恢复这些改动</Button>
            </Flex>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Box>
  )
}

/** Stands in the form of every entry, table row and setting, and loses nothing that is typed there. */
export function KeptEdit({ slug = '' }: { slug?: string }) {
  const { id, origin } = useParams()
  const { pathname } = useLocation()
  const [{ query }] = useQueryParams<{ status?: string }>()
  const status = query.status ?? 'draft'
  const single = pathname.includes('/single-types/')
  const part = origin ? ` clone ${origin}` : ` ${id ?? 'create'}`
  const entry = single ? slug : `${slug}${part}`
  return <Kept key={`${entry} ${status}`} model={slug} entry={entry} />
}
