//! The boundary to the host page.
use wasm_bindgen::prelude::*;
use yew::prelude::*;

#[function_component(Skeleton)]
fn skeleton() -> Html {
    html! { <p>{ "gongkai" }</p> }
}

/// One widget on the page.
#[wasm_bindgen]
pub struct Widget {
    app: Option<yew::AppHandle<Skeleton>>,
    outlet: web_sys::Element,
    on: js_sys::Function,
}

#[wasm_bindgen]
impl Widget {
    #[wasm_bindgen(constructor)]
    pub fn new(
        _host: web_sys::HtmlElement,
        outlet: web_sys::Element,
        on: js_sys::Function,
    ) -> Widget {
        Widget {
            app: None,
            outlet,
            on,
        }
    }
    pub fn show(
        &mut self,
        _text: String,
        _file: String,
        _settings: JsValue,
    ) -> Result<(), JsValue> {
        self.app = Some(yew::Renderer::<Skeleton>::with_root(self.outlet.clone()).render());
        let _ = self.on.call1(&JsValue::NULL, &"ready".into());
        Ok(())
    }
    pub fn update(&mut self, _settings: JsValue) -> Result<(), JsValue> {
        Ok(())
    }
    pub fn destroy(mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}

/// Called with the message of a panic, once, before the instance dies.
#[wasm_bindgen]
pub fn on_panic(report: js_sys::Function) {
    std::panic::set_hook(Box::new(move |info| {
        let _ = report.call1(&JsValue::NULL, &info.to_string().into());
    }));
}
