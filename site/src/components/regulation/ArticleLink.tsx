import { address } from '../../layouts/address.ts'

/** 第三十四条, linked to its text. */
export function ArticleLink({ article }: { article: number }) {
  return (
    <a className="article-link" href={articleAddress(article)}>
      条例第 {article} 条
    </a>
  )
}

/** Where an article of the Petition Work Regulations is to be read. */
function articleAddress(article: number): string {
  return `${address('/regulations/petition-work-regulations/')}#article-${article}`
}
