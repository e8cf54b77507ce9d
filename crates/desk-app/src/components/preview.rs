//! The widget itself, with the report as it is.

use crate::messages::DeskText;
use crate::state::{use_draft, use_locale};
use gloo::utils::document;
use gongkai::widget::Widget;
use gongkai_i18n::Locale;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlTemplateElement, ShadowRootInit, ShadowRootMode};
use yew::prelude::*;

#[component]
pub fn Preview() -> Html {
    let own = use_locale();
    let locale = use_state_eq(|| own);
    let draft = use_draft();
    let host = use_node_ref();
    let is_phone = use_state_eq(|| false);
    let json = draft.map(|draft| draft.report().write());
    {
        let host = host.clone();
        use_effect_with((json, *locale, *is_phone), move |(json, locale, _)| {
            let widget = host
                .cast::<HtmlElement>()
                .zip(json.as_deref())
                .and_then(|(host, json)| show(&host, json, locale.tag()).ok());
            move || {
                if let Some(widget) = widget {
                    widget.destroy();
                }
            }
        });
    }
    let choose = |to: bool| {
        let is_phone = is_phone.clone();
        Callback::from(move |_: MouseEvent| is_phone.set(to))
    };
    let speak = |to: Locale| {
        let locale = locale.clone();
        Callback::from(move |_: MouseEvent| locale.set(to))
    };
    let pressed = |is_pressed: bool| if is_pressed { "true" } else { "false" };
    html! {
        <div class="desk-preview">
            <p role="group" aria-label={DeskText::PreviewWidth.text(own)}>
                <button type="button" aria-pressed={pressed(!*is_phone)} onclick={choose(false)}>
                    { DeskText::Desktop.text(own) }
                </button>
                <button type="button" aria-pressed={pressed(*is_phone)} onclick={choose(true)}>
                    { DeskText::Phone.text(own) }
                </button>
            </p>
            <p role="group" aria-label={DeskText::PreviewLanguage.text(own)}>
                { for [(Locale::ZhCn, "中文"), (Locale::En, "English")].map(|(to, name)| html! {
                    <button type="button" lang={to.tag()} aria-pressed={pressed(*locale == to)} onclick={speak(to)}>{ name }</button>
                }) }
            </p>
            <div key={if *is_phone { "phone" } else { "desktop" }}
                class={if *is_phone { "desk-widget phone" } else { "desk-widget" }} ref={host}></div>
        </div>
    }
}

/// Draws the widget in a shadow root of the host, with the widget's own styles.
fn show(host: &HtmlElement, json: &str, lang: &str) -> Result<Widget, JsValue> {
    let root = match host.shadow_root() {
        Some(root) => root,
        None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
    };
    // Not as HTML, which a strict policy refuses.
    root.set_text_content(None);
    if let Some(styles) = document().get_element_by_id("widget-styles") {
        let styles: HtmlTemplateElement = styles.dyn_into()?;
        root.append_child(&styles.content().clone_node_with_deep(true)?)?;
    }
    let outlet: Element = document().create_element("div")?;
    outlet.set_attribute("class", "widget")?;
    root.append_child(&outlet)?;
    // Not `new Function`, which a strict policy refuses. It lives as long as the page.
    let ignore = Closure::<dyn Fn()>::new(|| {}).into_js_value();
    let settings = js_sys::Object::new();
    js_sys::Reflect::set(&settings, &"lang".into(), &lang.into())?;
    js_sys::Reflect::set(
        &settings,
        &"width".into(),
        &f64::from(outlet.client_width()).into(),
    )?;
    let mut widget = Widget::new(outlet, ignore.unchecked_into());
    if !widget.show(json, Vec::new(), &settings, None, None) {
        return Err(JsValue::NULL);
    }
    Ok(widget)
}
