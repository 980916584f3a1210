// Of each component that is used, and of the two functions of the presenter; all of Vant's would be five times as much.
import 'vant/es/button/style'
import 'vant/es/cell/style'
import 'vant/es/cell-group/style'
import 'vant/es/dialog/style'
import 'vant/es/popup/style'
import 'vant/es/submit-bar/style'
import 'vant/es/toast/style'
import './shop.css'
