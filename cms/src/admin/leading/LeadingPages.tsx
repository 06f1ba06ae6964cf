import { Box } from '@strapi/design-system'
import { Page } from '@strapi/strapi/admin'
import { Route, Routes } from 'react-router-dom'
import { casePermissions } from '../../contracts/permissions.ts'
import LeadingPage from './LeadingPage'
import LedCasePage from './LedCasePage'

const leaders = [{ action: casePermissions.lead, subject: null }]

/** The pages of leading officials, below `/leading`. */
export default function LeadingPages() {
  return (
    <Page.Protect permissions={leaders}>
      <Box maxWidth="960px">
        <Routes>
          <Route index element={<LeadingPage />} />
          <Route path="cases/:documentId" element={<LedCasePage />} />
        </Routes>
      </Box>
    </Page.Protect>
  )
}
