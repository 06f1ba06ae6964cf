import { address } from '../../layouts/address.ts'
import { ArticleLink } from '../../components/regulation/ArticleLink.tsx'

/** What the petitioner answers for (arts. 17, 19), and what the office does with what it is told. */
export function Undertaking() {
  return (
    <div className="message">
      <p>
        <strong>请如实写。</strong>
        您对所写内容的真实性负责，不要捏造、歪曲事实，不要诬告、陷害别人（
        <ArticleLink article={19} />
        ）。
      </p>
      <p>
        <strong>为什么要这些。</strong>
        条例要求信访写明姓名、住址、请求、事实和理由；电话用来联系您。写着“选填”的，都可以不填。
      </p>
      <p>
        <strong>谁能看。</strong>
        网站收到后立即加密封存，只有登记、办理和督办这件事的工作人员能打开，每次查看都有记录。检举控告的材料和情况，不会透露给被检举控告的人或单位（
        <ArticleLink article={30} />
        ）。
      </p>
      <p>
        <strong>留多久。</strong>
        没有办结的不会删除；办结的按档案管理规定保存，到期删除。公布办理结果时另外撰写，不出现能认出您的内容。详见
        <a href={address('/privacy/')} target="_blank" rel="noopener">
          隐私说明
        </a>
        （在新窗口打开）。
      </p>
    </div>
  )
}
