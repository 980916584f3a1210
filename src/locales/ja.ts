/**
 * `upsdk-kit/locales/ja`: Japanese.
 *
 * @module upsdk-kit/locales/ja
 */
import type { LocaleMessages } from '../messages/messages'

/** Japanese. */
export const ja: LocaleMessages = {
  locale: 'ja',
  messages: {
    'outside-wallet': '続けるには、UnionPayアプリでこのページを開いてください。',
    'sdk-missing': 'ページを読み込めません。通信環境を確認し、開き直してください。',
    'ready-timeout': '応答に時間がかかっています。再試行するか、開き直してください。',
    'not-ready': 'ページの準備中です。少し待ってから、もう一度お試しください。',
    forbidden: '現在この機能はご利用いただけません。後ほど再度お試しください。',
    unsupported: 'お使いの端末またはブラウザでは、この機能をご利用いただけません。',
    'update-wallet': 'この機能をご利用になるには、UnionPayアプリを更新してください。',
    'invalid-params': 'ご利用いただけません。時間をおいて試すか、お問い合わせください。',
    unauthorized: 'ログインの有効期限が切れました。戻ってから開き直してください。',
    identity: '本人確認が完了していません。後ほどもう一度お試しください。',
    94: '顔認証ができませんでした。明日、もう一度お試しください。',
    95: '顔認証ができませんでした。カメラを見て、再度お試しください。',
    96: 'UnionPayアプリで顔認証を設定してから、もう一度お試しください。',
    99: 'UnionPayアプリで本人確認を済ませてから、もう一度お試しください。',
    'user-state': '現在お手続きいただけません。アカウント情報をご確認ください。',
    'no-phone': 'UnionPayアプリで携帯電話番号を登録してから、再度お試しください。',
    'phone-not-granted': '携帯電話番号が必要です。続けるには、利用を許可してください。',
    'not-registered': 'UnionPayアプリで会員登録またはログインしてから、お試しください。',
    'already-signed': 'すでにお申し込み済みです。再度のお手続きは不要です。',
    'already-added': 'すでに追加されています。',
    'file-too-large': 'ファイルが大きすぎます。小さいファイルを選択してください。',
    'share-failed': '共有できませんでした。アプリが端末にあるかご確認ください。',
    'nfc-off': '端末の設定でNFCをオンにし、UnionPayアプリを優先に設定してください。',
    permission: '端末の設定で、UnionPayアプリに利用を許可してください。',
    network: '接続できません。通信環境を確認し、もう一度お試しください。',
    busy: '処理中です。しばらくお待ちください。',
    cancelled: 'キャンセルしました。',
    timeout: '時間切れになりました。通信環境を確認し、再度お試しください。',
    system: 'ただいま混み合っています。後ほどもう一度お試しください。',
    unknown: '完了できませんでした。後ほどもう一度お試しください。',
    success: '完了しました。',
    'payment-unconfirmed': 'お支払いを確認できません。再度支払う前に注文をご確認ください。',
    'payment-not-sent': 'お支払いは開始されていません。後ほどもう一度お試しください。',
    'open-elsewhere': 'UnionPayアプリを入手するか、リンクをブラウザで開いてください。',
    'open-in-browser': 'このページをブラウザで開くか、リンクをコピーしてください。',
    'open-on-phone': 'リンクをコピーして、スマートフォンで開いてください。',
    'scan-to-open': 'スマートフォンで読み取り、UnionPayアプリで続けてください。',
    'link-copied': 'リンクをコピーしました。',
    'copy-by-hand': 'コピーできませんでした。次のリンクを選択してコピーしてください。',
    'button-ok': 'OK',
    'button-cancel': 'キャンセル',
    'button-96': '設定する',
    'button-99': '本人確認へ',
    'button-outside-wallet': 'アプリを開く',
    'button-copy-link': 'リンクをコピー',
  },
}
