/**
 * `upsdk-kit/locales/ko`: Korean.
 *
 * @module upsdk-kit/locales/ko
 */
import type { LocaleMessages } from '../messages/messages'

/** Korean. */
export const ko: LocaleMessages = {
  locale: 'ko',
  messages: {
    'outside-wallet': '계속하려면 UnionPay 앱에서 이 페이지를 열어 주세요.',
    'sdk-missing': '페이지를 불러오지 못했습니다. 네트워크 확인 후 다시 열어 주세요.',
    'ready-timeout': '응답이 늦어지고 있습니다. 다시 시도하거나 새로 열어 주세요.',
    'not-ready': '페이지를 준비하고 있습니다. 잠시 후 다시 시도해 주세요.',
    forbidden: '지금은 이 기능을 이용할 수 없습니다. 잠시 후 다시 시도해 주세요.',
    unsupported: '사용 중인 기기 또는 브라우저에서는 이 기능을 이용할 수 없습니다.',
    'update-wallet': '이 기능을 이용하려면 UnionPay 앱을 업데이트해 주세요.',
    'invalid-params': '이용할 수 없습니다. 나중에 시도하거나 고객센터에 문의해 주세요.',
    unauthorized: '로그인이 만료되었습니다. 뒤로 이동한 후 다시 들어와 주세요.',
    identity: '본인 확인을 완료하지 못했습니다. 잠시 후 다시 시도해 주세요.',
    94: '얼굴 인증에 실패했습니다. 내일 다시 시도해 주세요.',
    95: '얼굴 인증에 실패했습니다. 카메라를 보고 다시 시도해 주세요.',
    96: 'UnionPay 앱에서 얼굴 인증을 설정한 후 다시 시도해 주세요.',
    99: 'UnionPay 앱에서 본인 인증을 완료한 후 다시 시도해 주세요.',
    'user-state': '지금은 처리할 수 없습니다. 계정 정보를 확인해 주세요.',
    'no-phone': 'UnionPay 앱에서 휴대폰 번호를 등록한 후 다시 시도해 주세요.',
    'phone-not-granted': '휴대폰 번호가 필요합니다. 계속하려면 제공에 동의해 주세요.',
    'not-registered': '계정이 없습니다. UnionPay 앱에 가입하거나 로그인해 주세요.',
    'already-signed': '이미 신청하셨습니다. 다시 신청하지 않으셔도 됩니다.',
    'already-added': '이미 추가되어 있습니다.',
    'file-too-large': '파일이 너무 큽니다. 더 작은 파일을 선택해 주세요.',
    'share-failed': '공유하지 못했습니다. 해당 앱이 설치되어 있는지 확인해 주세요.',
    'nfc-off': '휴대폰 설정에서 NFC를 켜고 UnionPay 앱을 기본으로 선택해 주세요.',
    permission: '휴대폰 설정에서 UnionPay 앱의 권한을 허용해 주세요.',
    network: '연결할 수 없습니다. 네트워크를 확인하고 다시 시도해 주세요.',
    busy: '처리 중입니다. 잠시만 기다려 주세요.',
    cancelled: '취소되었습니다.',
    timeout: '시간이 초과되었습니다. 네트워크를 확인하고 다시 시도해 주세요.',
    system: '서비스 이용이 원활하지 않습니다. 잠시 후 다시 시도해 주세요.',
    unknown: '완료하지 못했습니다. 잠시 후 다시 시도해 주세요.',
    success: '완료되었습니다.',
    'payment-unconfirmed': '결제가 확인되지 않았습니다. 재결제 전에 주문을 확인해 주세요.',
    'payment-not-sent': '결제가 시작되지 않았습니다. 잠시 후 다시 시도해 주세요.',
    'open-elsewhere': 'UnionPay 앱을 설치하거나, 링크를 브라우저에서 열어 주세요.',
    'open-in-browser': '이 페이지를 브라우저에서 열거나 링크를 복사해 주세요.',
    'open-on-phone': '링크를 복사하여 휴대폰에서 열어 주세요.',
    'scan-to-open': '휴대폰으로 스캔하여 UnionPay 앱에서 계속해 주세요.',
    'link-copied': '링크를 복사했습니다.',
    'copy-by-hand': '복사하지 못했습니다. 아래 링크를 선택해 복사해 주세요.',
    'button-ok': '확인',
    'button-cancel': '취소',
    'button-96': '설정하기',
    'button-99': '인증하기',
    'button-outside-wallet': '앱 열기',
    'button-copy-link': '링크 복사',
  },
}
