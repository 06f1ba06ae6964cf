import type { CaseState } from '@portal/content/schema/petition/state'
import { Typography } from '@strapi/design-system'
import { useParams } from 'react-router-dom'
import { styled } from 'styled-components'
import { queueAddress } from '../desk/addresses'
import { backWords, DeskNotice, DeskPage } from '../desk/DeskPage'
import { CasePapers } from '../papers/CasePapers'
import { AccusedUnits } from './accused/AccusedUnits'
import { Answers } from './progress/Replies'
import { CaseActions } from './actions/CaseActions'
import { Clocks } from './progress/Clocks'
import { Head } from './Head'
import { Holders } from './progress/Holders'
import { Letters } from './progress/Letters'
import { useManages } from '../desk/use-manages'
import { Leading } from './leading/Leading'
import { Notices } from './Notices'
import { NoteForm } from './NoteForm'
import { Petition } from './petition/Petition'
import { Petitioner } from './petition/Petitioner'
import { Part } from '../desk/Prose'
import { ReissueCode } from './ReissueCode'
import { Repeats } from './Repeats'
import { Timeline } from './progress/Timeline'
import { useCasePage } from './use-case-page'

/** Two columns on a desk, what is read on the left; one on a telephone. */
const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 24px;
  align-items: start;

  @media (min-width: 1080px) {
    grid-template-columns: minmax(0, 3fr) minmax(320px, 2fr);
  }
`
const Column = styled.div`
  display: flex;
  flex-direction: column;
  gap: 24px;
  min-width: 0;
`

/** Where it still matters whether the same was filed before. */
const beforeDecision: CaseState[] = ['received', 'registered', 'referred', 'accepted']

function Shown({ documentId }: { documentId: string }) {
  const { page, fault, isReading, load } = useCasePage(documentId)
  const manages = useManages()
  if (!page) return <DeskNotice words={fault || '正在打开…'} isFault={fault !== ''} />
  const { desk } = page
  // Where there is something to it, it stands first, so that it is still there when it was answered.
  const isAccusing =
    desk.accusation || [...(desk.accused?.named ?? []), ...(desk.accused?.chosen ?? [])].length > 0
  const accused = desk.accused && (
    <Part name="被检举控告的单位">
      <AccusedUnits
        address={`/desk/cases/${documentId}`}
        desk={desk}
        accused={desk.accused}
        isReading={isReading}
        onChanged={load}
      />
    </Part>
  )
  return (
    <DeskPage
      help="refer"
      title={page.title}
      called={`${page.title} - 办件`}
      back={{ to: queueAddress, words: backWords.queue }}
    >
      <Head page={page} />
      {fault && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
      <CaseActions page={page} isReading={isReading} onChanged={load} />
      <Columns>
        <Column>
          <Petition page={page} />
          {manages && beforeDecision.includes(page.state) && <Repeats page={page} onDone={load} />}
          <Answers documentId={page.documentId} reply={page.reply} opinions={page.opinions} />
        </Column>
        <Column>
          {isAccusing && accused}
          <Letters letters={page.letters} />
          <Clocks clocks={desk.clocks} />
          <Holders {...desk} />
          <Petitioner documentId={documentId} />
          {manages && (
            <Leading key={`leading ${desk.seen.revision}`} documentId={documentId} onDone={load} />
          )}
          <NoteForm page={page} onDone={load} />
          <Timeline page={page} />
          {!isAccusing && accused}
          <Part name="文书">
            <CasePapers key={desk.seen.revision} documentId={documentId} onChanged={load} />
          </Part>
          <Notices key={`notices ${desk.seen.revision}`} page={page} />
          <Part name="告知信访人">
            {page.deliveries.map((line) => (
              <Typography key={line} tag="p" lineHeight={1.7}>
                {line}
              </Typography>
            ))}
          </Part>
          {manages && (
            <Part name="查询码">
              <ReissueCode documentId={documentId} onDone={load} />
            </Part>
          )}
        </Column>
      </Columns>
    </DeskPage>
  )
}

/** The page of one case: where it stands, what can be done now, what was written, and what happened. */
export default function CasePage() {
  const { documentId = '' } = useParams()
  return <Shown key={documentId} documentId={documentId} />
}
