//! A labelled text field that tells what was typed once it is left.

use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub label: AttrValue,
    /// Whether the label is only for speech.
    #[prop_or_default]
    pub is_bare: bool,
    pub value: AttrValue,
    /// The width in characters.
    #[prop_or(40)]
    pub size: u16,
    /// The type of the field, such as `date`.
    #[prop_or(AttrValue::Static("text"))]
    pub kind: AttrValue,
    /// Why what was typed last was not taken.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    pub on_change: Callback<String>,
    #[prop_or_default]
    pub id: Option<AttrValue>,
    #[prop_or_default]
    pub on_focus: Callback<()>,
}

#[component]
pub fn TextInput(props: &Props) -> Html {
    let on_change = props
        .on_change
        .reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
    let on_focus = props.on_focus.reform(|_: FocusEvent| ());
    let field = html! {
        <input
            id={props.id.clone()} onfocus={on_focus}
            type={props.kind.clone()} value={props.value.clone()} size={props.size.to_string()}
            aria-label={props.is_bare.then(|| props.label.clone())}
            aria-invalid={props.error.as_ref().map(|_| "true")}
            data-committed="true" autocomplete="off" onchange={on_change}
        />
    };
    html! {
        <>
            if props.is_bare { { field } } else {
                <label class="desk-field"><span>{ &props.label }</span>{ field }</label>
            }
            if let Some(error) = &props.error {
                <span class="desk-error" role="alert">{ error }</span>
            }
        </>
    }
}
