import { Page } from '@strapi/strapi/admin'
import { lazy, Suspense } from 'react'
import { Navigate, Outlet, Route, Routes } from 'react-router-dom'
import { casePermissions, managesAccounts } from '../../contracts/permissions.ts'

const Calendar = lazy(() => import('../calendar/CalendarPage'))
const Units = lazy(() => import('../units/UnitsPage'))
const Watch = lazy(() => import('../watch/WatchPage'))
const Queue = lazy(() => import('../queue/QueuePage'))
const Case = lazy(() => import('../case/CasePage'))
const Figures = lazy(() => import('../figures/FiguresPage'))
const CaseImport = lazy(() => import('../case-import/ImportPage'))
const Notice = lazy(() => import('../notice/NoticePage'))
const PaperTemplates = lazy(() => import('../papers/PaperTemplatesPage'))
const Register = lazy(() => import('../register/RegisterPage'))
const Reply = lazy(() => import('../reply/ReplyPage'))

const handlers = [{ action: casePermissions.handle, subject: null }]

const managers = [{ action: managesAccounts, subject: null }]

/** Pages for those who may see them; others are told so. */
function For({ permissions }: { permissions: { action: string; subject: null }[] }) {
  return (
    <Page.Protect permissions={permissions}>
      <Outlet />
    </Page.Protect>
  )
}

/** The desk's own pages below `/desk`: those about cases, and the administrator's. */
export default function DeskPages() {
  return (
    <Suspense fallback={<Page.Loading>正在打开…</Page.Loading>}>
      <Routes>
        <Route element={<For permissions={managers} />}>
          <Route path="watch" element={<Watch />} />
        </Route>
        <Route element={<For permissions={handlers} />}>
          <Route index element={<Queue />} />
          <Route path="cases/:documentId" element={<Case />} />
          <Route path="cases/:documentId/reply" element={<Reply />} />
          <Route path="figures" element={<Figures />} />
          <Route path="cases/:documentId/notice" element={<Notice />} />
          <Route path="paper-templates" element={<PaperTemplates />} />
          <Route path="register" element={<Register />} />
          <Route path="import" element={<CaseImport />} />
          <Route path="calendar" element={<Calendar />} />
          <Route path="units" element={<Units />} />
          <Route path="*" element={<Navigate to="/404" replace />} />
        </Route>
      </Routes>
    </Suspense>
  )
}
