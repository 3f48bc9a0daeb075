import { Field } from '../ui/field.tsx'
import { Empty } from '../ui/empty.tsx'
import { Form, Hidden, PostButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import type { UiState } from '../ui/status.tsx'
import { Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { commentsSize } from './actions-comment.ts'
import type { Comment, CommentState } from './model-comment.ts'
import { commentCan } from './rules-comment.ts'
import { commentStateWords } from './words-comment.ts'

interface UnderProps {
  readonly slug: string
  readonly items: readonly Comment[]
  readonly total: number
  readonly page: number
  readonly trouble: Trouble | undefined
}

/** What readers wrote and an editor let through, and the form for another. */
export function CommentsUnder({ slug, items, total, page, trouble }: UnderProps) {
  return (
    <section class="stack" aria-labelledby="binh-luan">
      <h2 id="binh-luan">Bình luận</h2>
      {items.length === 0 ? <p class="muted">Chưa có bình luận nào.</p> : null}
      <ul class="news">
        {items.map(({ id, name, body, writtenAt }) => (
          <li>
            <p class="kind">
              <strong>{name}</strong>, <Moment at={writtenAt} />{' '}
              <a href={paths.newsroom.comment(id)}>
                Báo hoặc gỡ<span class="hidden-word"> bình luận của {name}</span>
              </a>
            </p>
            <Words body={body} />
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        total={total}
        size={commentsSize}
        label="Trang bình luận"
        hrefOf={(trang) => `${paths.newsroom.article(slug, { trang })}#binh-luan`}
      />
      <CommentForm slug={slug} trouble={trouble} />
    </section>
  )
}

function Words({ body }: { body: string }) {
  return (
    <div class="article-text">
      {body
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p>{line}</p>
        ))}
    </div>
  )
}

function CommentForm({ slug, trouble }: Pick<UnderProps, 'slug' | 'trouble'>) {
  return (
    <Form action={paths.newsroom.writeComment(slug)} trouble={trouble} panel label="Viết bình luận">
      <p class="muted">Bình luận hiện sau khi biên tập viên duyệt. Không cần tài khoản.</p>
      <Field name="name" label="Tên hiện cùng bình luận" autocomplete="nickname" trouble={trouble} />
      <Field
        name="email"
        label="Thư điện tử"
        hint="Không hiện ở đâu và không được lưu: hệ thống chỉ giữ dấu vân của nó, để bạn xin gỡ bình luận khi mất địa chỉ trang."
        kind="email"
        trouble={trouble}
      />
      <Field name="body" label="Bình luận" kind="textarea" rows={4} trouble={trouble} />
      <div class="hidden-word" aria-hidden="true">
        <label for="website">Trang web (để trống)</label>
        <input id="website" name="website" tabindex={-1} autocomplete="off" />
      </div>
      <div class="row">
        <Submit icon="send">Gửi bình luận</Submit>
      </div>
    </Form>
  )
}

const look: Record<CommentState, UiState> = { waiting: 'waiting', shown: 'done', refused: 'missing', erased: 'revoked' }

interface PageProps {
  readonly comment: Comment
  readonly isWriter: boolean
  readonly secret: string | undefined
  readonly report?: Trouble | undefined
  readonly erase?: Trouble | undefined
  readonly removal?: Trouble | undefined
}

export function CommentView({ comment, isWriter, secret, report, erase, removal }: PageProps) {
  const { id, name, body, state, reason, articleSlug, articleTitle } = comment
  return (
    <div class="stack">
      <h1>Bình luận</h1>
      {isWriter && state !== 'erased' ? (
        <Notice kind="info">Hãy lưu địa chỉ trang này: ở đây bạn xem kết quả duyệt và gỡ bình luận.</Notice>
      ) : null}
      <p>
        <Status state={look[state]}>{commentStateWords[state]}</Status>
      </p>
      {isWriter && state === 'refused' && reason ? <p>Lý do: {reason}</p> : null}
      {state === 'erased' ? null : (
        <Panel title={name} note={<Moment at={comment.writtenAt} />}>
          <Words body={body} />
        </Panel>
      )}
      {articleSlug ? (
        <p>
          Ở bài <a href={paths.newsroom.article(articleSlug)}>{articleTitle}</a>
        </p>
      ) : null}
      {isWriter && secret && commentCan('erase', comment) ? <Erase id={id} secret={secret} trouble={erase} /> : null}
      {commentCan('report', comment) && !isWriter ? (
        <>
          <Report id={id} trouble={report} />
          <AskRemoval id={id} trouble={removal} />
        </>
      ) : null}
    </div>
  )
}

function Erase({ id, secret, trouble }: { id: string; secret: string; trouble: Trouble | undefined }) {
  return (
    <Panel title="Gỡ bình luận của mình" note="Tên và chữ bị xóa hẳn">
      <Form action={paths.newsroom.eraseComment(id)} trouble={trouble}>
        <Hidden name="ma" value={secret} />
        <div class="row">
          <Submit kind="danger" icon="trash-2">
            Gỡ bình luận
          </Submit>
        </div>
      </Form>
    </Panel>
  )
}

function AskRemoval({ id, trouble }: { id: string; trouble: Trouble | undefined }) {
  return (
    <Panel title="Đây là bình luận của bạn?">
      <Form action={paths.newsroom.askRemoval(id)} trouble={trouble}>
        <Field
          name="email"
          label="Thư điện tử đã ghi khi viết"
          hint="Không hiện ở đâu; khớp thì biên tập viên nhận yêu cầu gỡ."
          kind="email"
          trouble={trouble}
        />
        <div class="row">
          <Submit kind="secondary" icon="trash-2">
            Xin gỡ
          </Submit>
        </div>
      </Form>
    </Panel>
  )
}

function Report({ id, trouble }: { id: string; trouble: Trouble | undefined }) {
  return (
    <Panel title="Báo bình luận này">
      <Form action={paths.newsroom.reportComment(id)} trouble={trouble}>
        <Field name="reason" label="Có gì không phải" trouble={trouble} />
        <div class="row">
          <Submit kind="secondary" icon="flag">
            Gửi toà soạn
          </Submit>
        </div>
      </Form>
    </Panel>
  )
}

interface QueueProps {
  readonly items: readonly Comment[]
  readonly total: number
  readonly page: number
  readonly trouble: { readonly id: string; readonly trouble: Trouble } | undefined
}

export function CommentQueue({ items, total, page, trouble }: QueueProps) {
  return (
    <div class="stack">
      <h1>Bình luận chờ duyệt</h1>
      {items.length === 0 ? (
        <Empty title="Không có bình luận nào đang chờ" icon="message-circle">
          <p>Bình luận mới và bình luận bị báo hiện ở đây.</p>
        </Empty>
      ) : null}
      {items.map((comment) => (
        <Panel title={comment.name} note={<Moment at={comment.writtenAt} />}>
          <p class="small muted">
            Ở bài <a href={paths.newsroom.article(comment.articleSlug ?? '')}>{comment.articleTitle}</a>
          </p>
          {comment.reported ? (
            <p>
              <Status state="soon">Có người báo</Status> {comment.reason}
            </p>
          ) : null}
          <Words body={comment.body} />
          <Decide comment={comment} trouble={trouble?.id === comment.id ? trouble.trouble : undefined} />
        </Panel>
      ))}
      <Pager page={page} total={total} size={commentsSize} hrefOf={(trang) => paths.newsroom.comments({ trang })} />
    </div>
  )
}

function Decide({ comment, trouble }: { comment: Comment; trouble: Trouble | undefined }) {
  const action = paths.newsroom.moderate(comment.id)
  const kept = comment.state === 'shown' ? 'keep' : 'approve'
  return (
    <>
      <PostButton action={action} hidden={{ act: kept }} icon="check">
        {kept === 'keep' ? 'Giữ lại' : 'Duyệt'}
      </PostButton>
      <details open={trouble !== undefined}>
        <summary>Không cho hiện</summary>
        <Form action={action} trouble={trouble}>
          <Hidden name="act" value="refuse" />
          <Field name="reason" label="Vì sao" hint="Người viết đọc được câu này." trouble={trouble} />
          <div class="row">
            <Submit kind="danger" icon="x">
              Không cho hiện
            </Submit>
          </div>
        </Form>
      </details>
    </>
  )
}
