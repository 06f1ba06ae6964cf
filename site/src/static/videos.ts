import type { Entries } from '../library/entries.ts'
import { articleLinks, linkTo } from './links.ts'
import type { StaticPage } from './page.ts'

/** The page of each film, and their list. */
export function videoPages(entries: Entries): StaticPage[] {
  const { videos } = entries
  const links = articleLinks(entries)
  const rows = videos.map(({ slug, data }) => {
    const { title, summary, publishedAt, durationSeconds, poster, posterFocus } = data
    return { slug, data: { title, summary, publishedAt, durationSeconds, poster, posterFocus } }
  })
  return [
    { route: '/videos', path: '/videos/', shown: { videoList: { videos: rows } } },
    ...videos.map((video, at): StaticPage => ({
      route: '/videos/[slug]',
      path: `/videos/${video.slug}/`,
      shown: {
        video: {
          video,
          newer: linkTo(videos[at - 1]),
          older: linkTo(videos[at + 1]),
          chapters: video.data.chapters.map(({ atSeconds, title, article }) => ({
            ...{ atSeconds, title },
            article: (article !== null && links([article])[0]) || null,
          })),
        },
      },
    })),
  ]
}
