import { Box, Button, Loader, Typography } from '@strapi/design-system'
import { Page } from '@strapi/strapi/admin'
import { casePermissions } from '../../contracts/permissions.ts'
import { DeskPage } from '../desk/DeskPage'
import { ReadFault } from '../desk/ReadFault'
import { useNarrow } from '../queue/use-narrow-screen'
import { ExportViews } from './ExportViews'
import { emptyQuestion, isNarrowed, useViews } from './use-views'
import { ViewCards } from './ViewCards'
import { ViewFilters } from './ViewFilters'
import { ViewPages } from './ViewPages'
import { ViewTable } from './ViewTable'

function Views() {
  const { question, ask, answer, fault, isSlow } = useViews()
  const isNarrow = useNarrow()
  return (
    <DeskPage help="auditor" title="查阅记录" actions={<ExportViews question={question} />}>
      <Typography tag="p" textColor="neutral700" style={{ maxWidth: '40em', lineHeight: 1.8 }}>
        谁在什么时候看过哪些办件，新的在前。办件只写查询编号；搜索了什么不记录，只记录搜索过、找到几件。记录不能修改和删除。
      </Typography>
      <ViewFilters question={question} onAsk={ask} />
      <ReadFault fault={fault} onAgain={() => ask({ ...question })} />
      {isSlow && <Loader small>正在查找…</Loader>}
      {answer?.rows.length === 0 && (
        <Box padding={7} background="neutral0" hasRadius role="status">
          <Typography tag="p">
            {isNarrowed(question) ? '没有这样的查阅记录。' : '还没有查阅记录。'}
          </Typography>
          {isNarrowed(question) && (
            <Box paddingTop={3}>
              <Button variant="tertiary" onClick={() => ask(emptyQuestion)}>
                看全部记录
              </Button>
            </Box>
          )}
        </Box>
      )}
      {answer &&
        answer.rows.length > 0 &&
        (isNarrow ? <ViewCards rows={answer.rows} /> : <ViewTable rows={answer.rows} />)}
      {answer && (answer.found > 0 || answer.page > 1) && (
        <ViewPages answer={answer} onPage={(page) => ask({ ...question, page })} />
      )}
    </DeskPage>
  )
}

/** 查阅记录: who looked at which case, for the auditor alone. */
export default function ViewsPage() {
  return (
    <Page.Protect permissions={[{ action: casePermissions.audit, subject: null }]}>
      <Views />
    </Page.Protect>
  )
}
