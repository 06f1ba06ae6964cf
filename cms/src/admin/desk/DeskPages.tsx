import { Page } from '@strapi/strapi/admin'
import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router-dom'
import { casePermissions } from '../../contracts/permissions.ts'

const Queue = lazy(() => import('../queue/QueuePage'))
const Case = lazy(() => import('../case/CasePage'))
const Figures = lazy(() => import('../figures/FiguresPage'))
const PaperTemplates = lazy(() => import('../papers/PaperTemplatesPage'))
const Register = lazy(() => import('../register/RegisterPage'))
const Reply = lazy(() => import('../reply/ReplyPage'))

const handlers = [{ action: casePermissions.handle, subject: null }]

/** The desk's own pages about cases, below `/desk`; whoever handles none sees that instead. */
export default function DeskPages() {
  return (
    <Page.Protect permissions={handlers}>
      <Suspense fallback={<Page.Loading>正在打开…</Page.Loading>}>
        <Routes>
          <Route index element={<Queue />} />
          <Route path="cases/:documentId" element={<Case />} />
          <Route path="cases/:documentId/reply" element={<Reply />} />
          <Route path="figures" element={<Figures />} />
          <Route path="paper-templates" element={<PaperTemplates />} />
          <Route path="register" element={<Register />} />
          <Route path="*" element={<Navigate to="/404" replace />} />
        </Routes>
      </Suspense>
    </Page.Protect>
  )
}
