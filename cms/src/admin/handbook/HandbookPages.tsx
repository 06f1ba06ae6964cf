import { Navigate, Route, Routes } from 'react-router-dom'
import BookPage from './BookPage'
import ShelfPage from './ShelfPage'

/** 怎么用: the handbooks below `/handbook`, a page a book. */
export default function HandbookPages() {
  return (
    <Routes>
      <Route index element={<ShelfPage />} />
      <Route path=":book" element={<BookPage />} />
      <Route path="*" element={<Navigate to="/404" replace />} />
    </Routes>
  )
}
