import { address } from '../layouts/address.ts'
import { ArticleLink } from './ArticleLink.tsx'

/** What the petitioner answers for (art. 19), and what the office does with what it is told. */
export function Undertaking() {
  return (
    <section className="message" aria-labelledby="undertaking">
      <h2 id="undertaking">提交以前</h2>
      <p>
        您对所写内容的真实性负责。请如实写，不要捏造、歪曲事实，不要诬告、陷害别人（
        <ArticleLink article={19} />
        ）。
      </p>
      <p>
        网站收到后立即加密封存，只有办理这件事的工作人员能打开。检举控告的材料和情况，不会透露给被检举控告的人或单位（
        <ArticleLink article={30} />
        ）。怎样使用、保存多久，见<a href={address('/privacy/')}>隐私说明</a>。
      </p>
    </section>
  )
}
